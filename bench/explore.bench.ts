/**
 * From Python source to verdict, parse, compile and counterexample included, beside SPIN from model to verdict (`spin -a`,
 * gcc -O2, pan). Verdicts are compared before anything is timed. Medians of five of ours; SPIN, which takes a second, is
 * run once a round as well, in three rounds.
 */
import { explore, type ExplorationResult } from '../src/engine/explore'
import { compile } from '../src/engine/bytecode'
import { parse } from '../src/engine/language'
import { atLeast, median, type Report } from './harness'
import { programText } from './python'
import { spinPeer, type SpinResult } from './spin'

interface Case {
  readonly model: string
  readonly constants: Readonly<Record<string, number>>
  readonly switches: readonly string[]
  readonly verdict: 'safe' | 'deadlock' | 'assertion'
}

const one = (
  model: string,
  constants: Readonly<Record<string, number>>,
  verdict: Case['verdict'],
  ...switches: readonly string[]
): Case => ({ model, constants, verdict, switches })

const CASES: readonly Case[] = [
  ...[3, 5, 8, 10, 12].flatMap((N) => [
    one('philosophers', { N }, 'deadlock'),
    one('philosophers', { N }, 'safe', 'ORDERED'),
  ]),
  one('bank', { K: 3, M: 3 }, 'deadlock'),
  one('bank', { K: 5, M: 5 }, 'deadlock'),
  one('bank', { K: 3, M: 3 }, 'safe', 'PHASE2'),
  one('bank', { K: 5, M: 5 }, 'safe', 'PHASE2'),
  one('bank', { K: 7, M: 7 }, 'safe', 'PHASE2'),
  one('lostUpdate', { T: 2, R: 10 }, 'assertion', 'CHECK'),
  one('lostUpdate', { T: 3, R: 5 }, 'safe'),
  one('lostUpdate', { T: 4, R: 2 }, 'safe'),
  one('charging', { C: 3, R: 1 }, 'safe', 'ORDERED'),
  one('charging', { C: 5, R: 1 }, 'safe', 'ORDERED'),
  one('readersWriters', { RD: 2, WR: 1, L: 2 }, 'safe'),
]

const ROUNDS = 5
const SPIN_ROUNDS = 3
/** States beyond which one of ours is given up. */
const MOST_STATES = 400_000

function verdictOf(source: string): ExplorationResult {
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error('a benchmark program was refused')
  return explore(compile(reading.module, source), {
    verdictOnly: true,
    stopsAtFirst: true,
    maxStates: MOST_STATES,
  })
}

function wordOf(result: ExplorationResult): string {
  return result.violations[0]?.kind ?? result.verdict
}

function spinOf(
  report: Report,
  { model, constants, switches, verdict }: Case,
): SpinResult | undefined {
  const defines = { ...constants, ...Object.fromEntries(switches.map((s) => [s, true as const])) }
  const compile = ['-DSAFETY', ...(verdict === 'deadlock' ? ['-DBFS'] : [])]
  return spinPeer(report.path(`spin/${model}.pml`), defines, { compile })
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, v) => sum + Math.log(v), 0) / values.length)
}

export default function exploreBenchmark(report: Report): void {
  const ratios: number[] = []
  const fewer: number[] = []
  const growth = new Map<string, string[]>()
  for (const item of CASES) {
    const ones = Object.fromEntries(item.switches.map((name) => [name, 1]))
    const text = programText(report, `explore/${item.model}`, { ...item.constants, ...ones })
    const result = verdictOf(text)
    const times: number[] = []
    const spins: SpinResult[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      verdictOf(text)
      times.push(performance.now() - start)
      const spin = round < SPIN_ROUNDS ? spinOf(report, item) : undefined
      if (spin !== undefined) spins.push(spin)
    }
    const ms = median(times)
    const spin = spins[0]
    const spinMs = 1000 * median(spins.map((s) => s.totalSeconds))
    const isEqual =
      wordOf(result) === item.verdict && (spin?.verdict ?? item.verdict) === item.verdict
    const ratio = spin === undefined ? undefined : spinMs / ms
    if (ratio !== undefined && isEqual) ratios.push(ratio)
    if (spin !== undefined && item.verdict === 'safe') fewer.push(spin.states / result.size.states)
    const size = Object.entries(item.constants).map(([name, n]) => `${name}=${String(n)}`)
    const row = `${size.join(' ')}: ${String(result.size.states)} in ${ms.toFixed(1)} ms`
    const series = `${item.model} ${item.verdict}`
    growth.set(series, [...(growth.get(series) ?? []), row])
    report.row({
      name: `${item.model} ${size.join(' ')} ${item.switches.join(' ')} (${wordOf(result)})`,
      ours: `${ms.toFixed(1)} ms, ${String(result.size.states)} states`,
      peer:
        spin === undefined
          ? 'peer missing'
          : `SPIN ${spinMs.toFixed(0)} ms (pan ${(1000 * spin.panSeconds).toFixed(0)}), ${String(spin.states)} states`,
      ratio,
      target: atLeast(30),
      isMet: isEqual,
    })
  }
  report.row({
    name: 'edit to verdict, geometric mean',
    ours: '-',
    peer: ratios.length === 0 ? 'peer missing' : 'SPIN',
    ratio: ratios.length === 0 ? undefined : geometricMean(ratios),
    target: atLeast(200),
  })
  report.row({
    name: 'stored states, safe programs, geometric mean of SPIN reduced / ours',
    ours: '-',
    peer: fewer.length === 0 ? 'peer missing' : 'SPIN',
    ratio: fewer.length === 0 ? undefined : geometricMean(fewer),
    target: atLeast(30),
  })
  for (const [series, rows] of growth) {
    report.row({ name: `growth: ${series}`, ours: rows.join('; '), peer: '-', ratio: undefined })
  }
}
