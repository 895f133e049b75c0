/** Programs of bench/programs, for Cerrojo and for CPython: the same text. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileSource } from '../src/host'
import type { Program } from '../src/engine/bytecode'
import type { Report } from './harness'

/** The text of a program with some of its constants (`NAME = 1` on a line of its own) replaced. */
export function programText(
  report: Pick<Report, 'path'>,
  name: string,
  constants: Readonly<Record<string, number>> = {},
): string {
  let text = readFileSync(join(report.path('programs'), `${name}.py`), 'utf8')
  for (const [constant, value] of Object.entries(constants)) {
    const line = new RegExp(`^${constant} = \\d+$`, 'm')
    if (!line.test(text)) throw new Error(`${name} has no constant ${constant}`)
    text = text.replace(line, `${constant} = ${value}`)
  }
  return text
}

export function compileText(text: string): Program {
  const compilation = compileSource(text)
  if (compilation.kind === 'compiled') return compilation.program
  const reasons = compilation.diagnostics.map((d) => `${d.line}:${d.column} ${d.code}`)
  throw new Error(`refused: ${reasons.join(', ')}`)
}

/** Seconds that CPython needs for a compiled program, by its own clock; undefined where there is no `python3`. */
export function pythonSeconds(report: Report, text: string): number | undefined {
  return peerNumber(report, 'timed.py', text)
}

/** Milliseconds that CPython needs to compile a program, the median of many; undefined where there is no `python3`. */
export function pythonCompileMs(report: Report, text: string): number | undefined {
  return peerNumber(report, 'compiled.py', text)
}

/** The number that a script of bench/peers prints for `text`. */
function peerNumber(report: Report, script: string, text: string): number | undefined {
  try {
    const path = join(report.path('peers'), script)
    return Number(execFileSync('python3', [path], { input: text, encoding: 'utf8' }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Median of the quotients of rounds that ran side by side; undefined when the peer is missing. */
export function peerRatio(
  ours: readonly number[],
  peer: readonly (number | undefined)[],
): number | undefined {
  if (peer.includes(undefined)) return undefined
  const ratios = ours.map((seconds, i) => (peer[i] ?? NaN) / seconds).sort((a, b) => a - b)
  return ratios[ratios.length >> 1]
}
