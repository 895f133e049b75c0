/**
 * SPIN (Holzmann 1997) as peer: model to verdict, as a student waits for it: `spin -a`, gcc, pan, in a folder of its own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SpinResult {
  /** `incomplete`: pan was stopped by its time, memory or depth, and had found nothing by then. */
  readonly verdict: 'safe' | 'deadlock' | 'assertion' | 'incomplete'
  /** States stored. */
  readonly states: number
  readonly transitions: number
  /** Steps of the counterexample, or undefined without one. */
  readonly depth: number | undefined
  /** Processor time of pan (user), in seconds: what bash measures, to a millisecond. */
  readonly panSeconds: number
  /** Wall time of the three programs together, in seconds. */
  readonly totalSeconds: number
}

export interface SpinFlags {
  /** Of the C compiler, besides -O2: `-DSAFETY`, `-DBFS`, `-DNOREDUCE`. */
  readonly compile?: readonly string[] | undefined
  /** Of pan: `-c0` to go on behind the first error; `-w18` for a small table. */
  readonly run?: readonly string[] | undefined
  /** Seconds for pan; 120 unless given. */
  readonly limit?: number | undefined
}

/** pan's search depth: its default, and what it is given where that cuts the search short (it then clears more memory). */
const DEPTHS = [10_000, 4_000_000]

/**
 * Checks `model` (a path) with `defines` (`-D`; true for one without value).
 * @returns undefined when spin or gcc is not installed.
 * @throws Error with their output when spin or gcc does not accept the model.
 */
export function spinPeer(
  model: string,
  defines: Readonly<Record<string, number | true>> = {},
  { compile = ['-DSAFETY'], run = [], limit = 120 }: SpinFlags = {},
): SpinResult | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cerrojo-spin-'))
  try {
    const start = performance.now()
    const given = Object.entries(defines).map(([name, value]) =>
      value === true ? `-D${name}` : `-D${name}=${String(value)}`,
    )
    if (!finished(folder, 'spin', ['-a', ...given, model])) return undefined
    const options = ['-O2', '-w', ...compile, '-DMEMLIM=5000', '-o', 'pan', 'pan.c']
    if (!finished(folder, 'gcc', options)) return undefined
    const pan = runPan(folder, run, limit)
    const totalSeconds = (performance.now() - start) / 1000
    return { ...pan, totalSeconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a tool in `folder`; false when it is not installed. */
function finished(folder: string, tool: string, args: readonly string[]): boolean {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' })
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return false
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${tool}: ${stdout}${stderr}`)
  return true
}

function runPan(
  folder: string,
  args: readonly string[],
  limit: number,
): Omit<SpinResult, 'totalSeconds'> {
  // Node does not tell the processor time of children; the shell does.
  const script = 'TIMEFORMAT="user %U"; time timeout -s INT "$0" ./pan "$@"'
  let [text, times] = ['', '']
  for (const depth of DEPTHS) {
    const all = ['-c', script, String(limit), `-m${String(depth)}`, ...args]
    const { error, stdout, stderr } = spawnSync('bash', all, { cwd: folder, encoding: 'utf8' })
    if (error !== undefined) throw error
    text = stdout
    times = stderr
    if (!/max search depth too small/.test(text)) break
  }
  return readPan(text, times)
}

/** Reads what pan printed on its two outputs. */
export function readPan(text: string, times: string): Omit<SpinResult, 'totalSeconds'> {
  return {
    verdict: verdictOf(text),
    states: numberIn(text, /(\d+) states, stored/) ?? 0,
    transitions: numberIn(text, /(\d+) transitions/) ?? 0,
    depth: numberIn(text, /^pan:\d+: .*\(at depth (\d+)\)/m),
    panSeconds: numberIn(times, /user ([\d.]+)/) ?? NaN,
  }
}

function verdictOf(text: string): SpinResult['verdict'] {
  if (/^pan:\d+: invalid end state/m.test(text)) return 'deadlock'
  if (/^pan:\d+: assertion violated/m.test(text)) return 'assertion'
  const isComplete = /errors: 0/.test(text) && !/Search not completed|too small/.test(text)
  return isComplete ? 'safe' : 'incomplete'
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}
