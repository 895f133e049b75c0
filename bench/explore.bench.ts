/**
 * From Python source to verdict, parse, compile and counterexample included, beside SPIN from model to verdict (`spin -a`,
 * gcc -O2, pan). Verdicts are compared before anything counts. Ours is warm: the median of nine, after rounds over
 * all programs, and after some of the same program: to start SPIN this process forks, and then pays a page fault for
 * every page that it touches again (copy on write), which no host of ours does. SPIN, which takes a second or more, is run
 * three times, and once where pan alone takes seconds; with `--quick` once everywhere, and the largest programs are left
 * out. Ours is elapsed time throughout, that of pan alone its processor time (user), which is less.
 */
import { groupBy } from '../src/base'
import { Exploration, type ExplorationOptions, type ExplorationResult } from '../src/engine/explore'
import { compile } from '../src/engine/bytecode'
import { createCrew } from '../src/host'
import { parse } from '../src/engine/language'
import { atLeast, atMost, median, type Report } from './harness'
import { programText } from './python'
import { spinPeer, type SpinFlags, type SpinResult } from './spin'

interface Case {
  readonly model: string
  readonly constants: Readonly<Record<string, number>>
  readonly switches: readonly string[]
  readonly verdict: 'safe' | 'deadlock' | 'assertion'
  /** Whether SPIN takes many seconds. */
  readonly isLarge: boolean
}

function one(
  model: string,
  constants: Readonly<Record<string, number>>,
  verdict: Case['verdict'],
  ...switches: readonly string[]
): Case {
  const isLarge = (constants['N'] ?? 0) >= 10 && verdict === 'safe'
  return { model, constants, verdict, switches, isLarge }
}

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

/** Small enough for pan, which has more states of the same program; the first is half parsing and compiling. */
const UNREDUCED: readonly Case[] = [
  one('bank', { K: 5, M: 5 }, 'safe', 'PHASE2'),
  one('lostUpdate', { T: 4, R: 2 }, 'safe'),
  one('bank', { K: 7, M: 7 }, 'safe', 'PHASE2'),
]

/** Large enough for states to be all that counts: 361,775, 186,528 and 125,440. */
const MANY: readonly Case[] = [
  one('lostUpdate', { T: 4, R: 3 }, 'safe'),
  one('bank', { K: 7, M: 7 }, 'safe', 'PHASE2'),
  one('philosophers', { N: 8 }, 'safe', 'ORDERED'),
]

/** 3,892,125 states. */
const SHARED = one('lostUpdate', { T: 4, R: 4 }, 'safe')
const SHARED_ROUNDS = 5

const ROUNDS = 9
/** Rounds over the programs before any is timed; those of thousands of states take part in the first only. */
const WARM_ROUNDS = 25
const SPIN_ROUNDS = 3
/** States beyond which one of ours is given up. */
const MOST_STATES = 400_000
/** Milliseconds of processor time below which pan is too quick to be compared with. */
const LEAST_PAN_MS = 20

/** Rounds until no page is touched for the first time any more, and how long they take at most, in milliseconds. */
const SETTLING_ROUNDS = 30
const MOST_SETTLING_MS = 500

/** One of ours: what it found, and what it cost. */
interface Run {
  readonly result: ExplorationResult
  readonly bytes: number
  readonly wallMs: number
}

function run(source: string, options: ExplorationOptions): Run {
  const start = performance.now()
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error('a benchmark program was refused')
  const exploration = new Exploration(compile(reading.module, source), options)
  while (!exploration.advance(10_000));
  const result = exploration.result()
  const wallMs = performance.now() - start
  return { result, bytes: exploration.progress().bytes, wallMs }
}

const toVerdict = (source: string): Run =>
  run(source, { verdictOnly: true, stopsAtFirst: true, maxStates: MOST_STATES })

const everyState = (source: string): Run =>
  run(source, { verdictOnly: true, reduction: false, maxStates: MOST_STATES })

interface Measured {
  readonly item: Case
  readonly result: ExplorationResult
  readonly bytes: number
  readonly wallMs: number
  readonly spin: SpinResult | undefined
  readonly spinMs: number
}

function settle(explore: () => Run): void {
  const end = performance.now() + MOST_SETTLING_MS
  for (let n = 0; n < SETTLING_ROUNDS && performance.now() < end; n++) explore()
}

function measured(
  report: Report,
  item: Case,
  explore: (source: string) => Run,
  flags: SpinFlags,
): Measured {
  const text = textOf(report, item)
  settle(() => explore(text))
  const runs = Array.from({ length: ROUNDS }, () => explore(text))
  const rounds = item.isLarge || report.flag('quick') ? 1 : SPIN_ROUNDS
  const spins = Array.from({ length: rounds }, () => spinOf(report, item, flags)).filter(
    (spin) => spin !== undefined,
  )
  const [first] = runs
  if (first === undefined) throw new Error('no round')
  return {
    item,
    result: first.result,
    bytes: first.bytes,
    wallMs: median(runs.map((r) => r.wallMs)),
    spin: spins[0],
    spinMs: 1000 * median(spins.map((s) => s.totalSeconds)),
  }
}

function textOf(report: Report, { model, constants, switches }: Case): string {
  const ones = Object.fromEntries(switches.map((name) => [name, 1]))
  return programText(report, `explore/${model}`, { ...constants, ...ones })
}

function spinOf(report: Report, item: Case, flags: SpinFlags): SpinResult | undefined {
  const { model, constants, switches } = item
  const defines = { ...constants, ...Object.fromEntries(switches.map((s) => [s, true as const])) }
  return spinPeer(report.path(`spin/${model}.pml`), defines, flags)
}

/** A table of a million entries: clearing pan's own, sixteen times larger, takes longer than searching these models. */
function flagsOf({ verdict, isLarge }: Case): SpinFlags {
  const compile = ['-DSAFETY', ...(verdict === 'deadlock' ? ['-DBFS'] : [])]
  return { compile, run: isLarge ? [] : ['-w20'] }
}

function wordOf({ violations, verdict }: ExplorationResult): string {
  return violations[0]?.kind ?? verdict
}

/** Whether ours is right, and SPIN agrees as far as it came. */
function isAgreed({ item, result, spin }: Measured): boolean {
  const peer = spin?.verdict ?? item.verdict
  return wordOf(result) === item.verdict && (peer === item.verdict || peer === 'incomplete')
}

function nameOf({ model, constants, switches }: Case): string {
  const size = Object.entries(constants).map(([name, n]) => `${name}=${n}`)
  return [model, ...size, ...switches].join(' ')
}

function geometricMean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return Math.exp(values.reduce((sum, v) => sum + Math.log(v), 0) / values.length)
}

function panMs({ spin }: Measured): number {
  return 1000 * (spin?.panSeconds ?? NaN)
}

function reportCase(report: Report, one: Measured): void {
  const { item, result, wallMs, spin, spinMs } = one
  report.row({
    name: `${nameOf(item)} (${wordOf(result)})`,
    ours: `${wallMs.toFixed(1)} ms, ${result.size.states} states`,
    peer:
      spin === undefined
        ? 'peer missing'
        : `SPIN ${spinMs.toFixed(0)} ms (pan ${panMs(one).toFixed(0)}), ${spin.states} states`,
    ratio: spin === undefined ? undefined : spinMs / wallMs,
    target: atLeast(30),
    isMet: isAgreed(one),
  })
}

function reportMeans(report: Report, all: readonly Measured[]): void {
  const peers = all.filter((m) => m.spin !== undefined && isAgreed(m))
  const peer = peers.length === 0 ? 'peer missing' : 'SPIN'
  const row = (name: string, ratio: number | undefined, least: number): void => {
    report.row({ name, ours: '-', peer, ratio, target: atLeast(least) })
  }
  row('edit to verdict, geometric mean', geometricMean(peers.map((m) => m.spinMs / m.wallMs)), 200)
  const safe = peers.filter((m) => m.item.verdict === 'safe')
  const fewer = safe.map((m) => (m.spin?.states ?? NaN) / m.result.size.states)
  row('stored states of safe programs, SPIN reduced / ours, mean', geometricMean(fewer), 30)
  const long = peers.filter((m) => panMs(m) >= LEAST_PAN_MS)
  const alone = long.map((m) => panMs(m) / m.wallMs)
  row(`pan alone, where it takes ${LEAST_PAN_MS} ms`, geometricMean(alone), 50)
  row('the same, worst', alone.length === 0 ? undefined : Math.min(...alone), 1)
}

/** Never later than twice pan and 5 ms: 1 is just in time. */
function reportFirst(report: Report, all: readonly Measured[]): void {
  const late = all
    .filter((m) => m.item.verdict !== 'safe' && m.spin !== undefined)
    .map((m) => ({ m, share: m.wallMs / (2 * panMs(m) + 5) }))
    .sort((a, b) => b.share - a.share)
  const [worst] = late
  report.row({
    name: 'first counterexample, worst, against 2 × pan + 5 ms',
    ours: worst === undefined ? '-' : `${worst.m.wallMs.toFixed(1)} ms`,
    peer:
      worst === undefined
        ? 'peer missing'
        : `pan ${panMs(worst.m).toFixed(1)} ms, ${nameOf(worst.m.item)}`,
    ratio: worst?.share,
    target: atMost(1),
  })
}

/** Every state of a program: what each takes beside pan without reduction. */
function reportUnreduced(report: Report): void {
  for (const item of UNREDUCED) {
    const all = measured(report, item, everyState, {
      compile: ['-DSAFETY', '-DNOREDUCE'],
      run: ['-w20'],
    })
    const { states } = all.result.size
    const oursUs = (1000 * all.wallMs) / states
    const panUs = (1000 * panMs(all)) / (all.spin?.states ?? NaN)
    report.row({
      name: `no reduction, ${nameOf(item)}: time of a state`,
      ours: `${oursUs.toFixed(2)} µs, ${states} states`,
      peer:
        all.spin === undefined
          ? 'peer missing'
          : `${panUs.toFixed(2)} µs, ${all.spin.states} states`,
      ratio: oursUs / panUs,
      target: atMost(1),
    })
  }
}

/** Every state of a large program: how many a second, and how many bytes each with all tables. */
function reportMany(report: Report): void {
  for (const item of MANY) {
    const text = textOf(report, item)
    const runs = Array.from({ length: report.flag('quick') ? 3 : ROUNDS }, () => everyState(text))
    const [first] = runs
    if (first === undefined) throw new Error('no round')
    const { states } = first.result.size
    const thousands = states / median(runs.map((r) => r.wallMs))
    const name = `no reduction, ${nameOf(item)}`
    report.row({
      name: `${name}: states a second against a million`,
      ours: `${thousands.toFixed(0)} thousand, ${states} states`,
      peer: '1000 thousand',
      ratio: thousands / 1000,
      target: atLeast(1),
    })
    report.row({
      name: `${name}: bytes of a stored state`,
      ours: `${(first.bytes / states).toFixed(1)} bytes`,
      peer: '40 bytes',
      ratio: first.bytes / states / 40,
      target: atMost(1),
    })
  }
}

/** From source to verdict by so many workers, in milliseconds; hears in between whether one of them has ended. */
async function together(source: string, workers: number, file: string): Promise<Run> {
  const start = performance.now()
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error('a benchmark program was refused')
  const exploration = new Exploration(compile(reading.module, source), {
    verdictOnly: true,
    reduction: false,
    crew: createCrew(file, workers),
  })
  for (let slices = 1; !exploration.advance(64); slices++) {
    if (slices % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const wallMs = performance.now() - start
  return { result: exploration.result(), bytes: exploration.progress().bytes, wallMs }
}

/** More than a million states by two workers on one table, beside one worker, in turns. */
async function reportTogether(report: Report): Promise<void> {
  const text = textOf(report, SHARED)
  const file = await report.worker('../src/host/explore.worker.ts')
  const alone: Run[] = []
  const both: Run[] = []
  for (let round = 0; round < (report.flag('quick') ? 3 : SHARED_ROUNDS); round++) {
    alone.push(await together(text, 1, file))
    both.push(await together(text, 2, file))
  }
  const sizes = new Set([...alone, ...both].map(({ result }) => JSON.stringify(result)))
  const [one, two] = [alone, both].map((runs) => median(runs.map(({ wallMs }) => wallMs)))
  report.row({
    name: `no reduction, ${nameOf(SHARED)}: two workers against one`,
    ours: `${two?.toFixed(0)} ms, ${both[0]?.result.size.states} states`,
    peer: `${one?.toFixed(0)} ms`,
    ratio: (one ?? NaN) / (two ?? NaN),
    target: atLeast(1.5),
    isMet: sizes.size === 1,
  })
}

/** The exponent k of size^k through the first and the last of a series. */
function exponent(sizes: readonly number[], values: readonly number[]): string {
  const ratio = (list: readonly number[]): number => (list.at(-1) ?? NaN) / (list[0] ?? NaN)
  return (Math.log(ratio(values)) / Math.log(ratio(sizes))).toFixed(1)
}

function reportGrowth(report: Report, all: readonly Measured[]): void {
  const series = groupBy(all, ({ item }) => `${item.model} ${item.verdict}`)
  for (const [name, members] of series) {
    const sizes = members.map(({ item }) => Object.values(item.constants)[0] ?? NaN)
    if (new Set(sizes).size < 2) continue
    const states = members.map((m) => m.result.size.states)
    const cells = members.map(
      (m, i) =>
        `${sizes[i]}: ${states[i]}, ${m.wallMs.toFixed(1)} ms, ${(m.bytes / 1024).toFixed(0)} KiB`,
    )
    const exponents = [states, members.map((m) => m.wallMs), members.map((m) => m.bytes)]
    report.row({
      name: `growth: ${name}`,
      ours: cells.join('; '),
      peer: `exponents of states, time, memory: ${exponents.map((v) => exponent(sizes, v)).join(', ')}`,
      ratio: undefined,
    })
  }
}

export default async function exploreBenchmark(report: Report): Promise<void> {
  const cases = CASES.filter((item) => !(item.isLarge && report.flag('quick')))
  for (let round = 0; round < WARM_ROUNDS; round++) {
    for (const item of cases)
      if (item.model !== 'lostUpdate' || round === 0) toVerdict(textOf(report, item))
  }
  const all = cases.map((item) => measured(report, item, toVerdict, flagsOf(item)))
  for (const one of all) reportCase(report, one)
  reportMeans(report, all)
  reportFirst(report, all)
  reportUnreduced(report)
  reportMany(report)
  await reportTogether(report)
  reportGrowth(report, all)
}
