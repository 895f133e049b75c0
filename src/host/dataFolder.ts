import { posix, win32 } from 'node:path'

export interface DataFolderOptions {
  /** `--data-dir`, if given. */
  readonly argument: string | undefined
  /** The environment of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where the program itself stands: a folder `data` in it makes the installation portable. */
  readonly programFolder: string
  readonly platform: NodeJS.Platform
  readonly home: string
  /** Absolute, to complete relative paths. */
  readonly workingFolder: string
  readonly isFolder: (path: string) => boolean
}

/**
 * Where saved work stands: `--data-dir`, else `CERROJO_DATA`, else a portable `data` beside the program if it exists,
 * else the user's local application data. Never a roaming folder: SQLite's log does not survive being synchronised.
 */
export function resolveDataFolder(options: DataFolderOptions): string {
  const path = options.platform === 'win32' ? win32 : posix
  const chosen = options.argument ?? (options.environment['CERROJO_DATA'] || undefined)
  if (chosen !== undefined) return path.resolve(options.workingFolder, chosen)
  const portable = path.join(options.programFolder, 'data')
  return options.isFolder(portable) ? portable : localDataFolder(options)
}

function localDataFolder({ platform, environment, home }: DataFolderOptions): string {
  switch (platform) {
    case 'win32':
      return win32.join(
        environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'),
        'Cerrojo',
      )
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Cerrojo')
    default: {
      // The XDG base directory specification: a relative path is invalid and ignored.
      const base = environment['XDG_DATA_HOME'] ?? ''
      return posix.join(
        posix.isAbsolute(base) ? base : posix.join(home, '.local', 'share'),
        'cerrojo',
      )
    }
  }
}
