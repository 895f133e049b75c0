import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { parseArgs } from 'node:util'
import { resolveDataFolder } from './dataFolder'

/** What a host is told on the command line (and by the environment, for the data folder). */
export interface HostOptions {
  readonly dataFolder: string
  /** 0 lets the operating system choose. */
  readonly port: number
  /** Whether to open the default browser. */
  readonly isOpening: boolean
}

/**
 * `--data-dir <folder> --port <n> --open`; what else stands there (switches of Electron, the program's folder) is left
 * alone.
 * @throws RangeError for a port that is none
 */
export function readHostOptions(args: readonly string[], programFolder: string): HostOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
  })
  const argument = values['data-dir']
  return {
    dataFolder: resolveDataFolder({
      argument: typeof argument === 'string' && argument !== '' ? argument : undefined,
      environment: process.env,
      programFolder,
      platform: process.platform,
      home: homedir(),
      workingFolder: process.cwd(),
      isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    }),
    port: toPort(values.port),
    isOpening: values.open === true,
  }
}

function toPort(value: string | boolean | undefined): number {
  if (value === undefined) return 0
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : Infinity
  if (port > 65535) throw new RangeError(`--port ${value}: not a port`)
  return port
}
