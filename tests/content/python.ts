import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const CONTENT = resolve(import.meta.dirname, '../../content')

// A bound for what hangs, not a measure.
const RUN_LIMIT_MS = 100_000

export interface PythonRun {
  readonly exitCode: number
  readonly output: string
  readonly errors: string
}

/** `[3, 11]`; `undefined` when no Python with sqlite3 is installed. */
export function pythonVersion(): readonly [number, number] | undefined {
  const code = 'import sqlite3, sys; print(*sys.version_info[:2])'
  const { status, stdout } = spawnSync('python3', ['-c', code], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [major, minor] = stdout.trim().split(' ').map(Number)
  return major === undefined || minor === undefined ? undefined : [major, minor]
}

/**
 * Runs CPython with the companion module at hand, in an empty folder that is removed afterwards.
 * @throws Error when the program does not end within the limit.
 */
export async function runPython(...args: readonly string[]): Promise<PythonRun> {
  const run = await runPythonFor(RUN_LIMIT_MS, ...args)
  if (run === undefined) throw new Error(`python3 ${args.join(' ')} does not end`)
  return run
}

/** The same for what may hang: `undefined` when it has not ended within the limit. */
export async function runPythonFor(
  limitMs: number,
  ...args: readonly string[]
): Promise<PythonRun | undefined> {
  const cwd = mkdtempSync(join(tmpdir(), 'cerrojo-content-'))
  const env = {
    ...process.env,
    PYTHONPATH: join(CONTENT, 'python'),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUTF8: '1',
  }
  try {
    return await new Promise((done, fail) => {
      const options = { cwd, env, timeout: limitMs }
      const child = execFile('python3', args, options, (error, output, errors) => {
        if (error?.killed === true) done(undefined)
        else if (error !== null && child.exitCode === null) fail(new Error(error.message))
        else done({ exitCode: child.exitCode ?? 0, output, errors })
      })
    })
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
