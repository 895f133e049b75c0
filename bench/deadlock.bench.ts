import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRunMemory, LiveExecutor, nowMs, openRunMemory, WorkerPool } from '../src/live'
import { atLeast, median, quantile, type Report } from './harness'
import { compileText, programText } from './python'
import { FOUND, RING, type RingMessage, type RingNews } from './workers/ringMessage'

const SIZES = [2, 5, 16, 64]
/** Fewer where a round takes longer. */
const ROUNDS: Readonly<Record<number, number>> = { 2: 3000, 5: 3000, 16: 3000, 64: 600 }

const PROGRAM_STARTS = 10
const PROGRAM_RUNS = 31

export default async function deadlock(report: Report): Promise<void> {
  const pool = new WorkerPool({ workerFile: await report.worker('workers/ring.worker.ts') })
  const java = compileJava(report.path('peers'))
  try {
    await pool.warm(Math.max(...SIZES))
    for (const threads of SIZES) {
      const ours = await ring(pool, { threads, rounds: ROUNDS[threads] ?? 0, isOpen: false })
      rows(report, threads, ours, java?.(threads))
    }
    if (!report.flag('ring')) await program(report)
    const rounds = report.flag('long') ? 250_000 : 5_000
    const open = await ring(pool, { threads: 4, rounds, isOpen: true })
    report.row({
      name: `false alarms in ${4 * rounds} waits of a ring with a gap`,
      ours: String(open.finders),
      peer: '-',
      ratio: undefined,
      isMet: open.finders === 0,
    })
  } finally {
    java?.close()
    await pool.close()
  }
}

/** A whole program: from the call that closes the cycle to the host of the run. */
async function program(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cerrojo-bench-'))
  const workerFile = await report.worker('../src/live/live.worker.ts')
  const ring = compileText(programText(report, 'ring'))
  const first: number[] = []
  const later: number[] = []
  for (let start = 0; start < PROGRAM_STARTS; start++) {
    const executor = new LiveExecutor(workerFile)
    await executor.warm(4)
    for (let run = 0; run < PROGRAM_RUNS; run++) {
      const result = await executor.start(ring, { timeoutSeconds: 10, folder }).finished
      if (result.detectedAfterMs === undefined) throw new Error(JSON.stringify(result.outcome))
      ;(run === 0 ? first : later).push(result.detectedAfterMs)
    }
    await executor.close()
  }
  rmSync(folder, { recursive: true })
  for (const [name, values] of [
    ['first run of cold workers', first],
    [`${later.length} runs`, later],
  ] as const) {
    const p99 = quantile(values, 0.99)
    report.row({
      name: `deadlock of a program of 3 threads, ${name}: known to the host, ms p50 / p99`,
      ours: `${median(values).toFixed(3)} / ${p99.toFixed(3)}`,
      peer: '-',
      ratio: undefined,
      isMet: p99 <= 5,
    })
  }
}

function rows(
  report: Report,
  threads: number,
  ours: Findings,
  peer: Percentiles | undefined,
): void {
  const rounds = ROUNDS[threads] ?? 0
  const p50 = median(ours.micros)
  const p99 = quantile(ours.micros, 0.99)
  report.row({
    name: `cycle of ${threads} known to the arriving thread, µs p50 / p99`,
    ours: `${p50.toFixed(1)} / ${p99.toFixed(1)}`,
    peer:
      peer === undefined ? 'peer missing' : `Java ${peer.p50.toFixed(1)} / ${peer.p99.toFixed(1)}`,
    ratio: peer === undefined ? undefined : peer.p50 / p50,
    target: atLeast(threads <= 16 ? 8 : 1),
    isMet: threads > 16 || p50 <= 4,
  })
  const seen = quantile(ours.seenMs, 0.99)
  report.row({
    name: `the same, known to the host, ms p50 / p99 (${ours.micros.length} of ${rounds} rounds)`,
    ours: `${median(ours.seenMs).toFixed(3)} / ${seen.toFixed(3)}`,
    peer: `a bare message ${median(ours.bareMs).toFixed(3)} / ${quantile(ours.bareMs, 0.99).toFixed(3)}`,
    ratio: median(ours.seenMs) / median(ours.bareMs),
    isMet: ours.micros.length === rounds && seen <= 1,
  })
}

interface Findings {
  readonly micros: number[]
  readonly seenMs: number[]
  /** How long a message to the host takes by itself. */
  readonly bareMs: number[]
  readonly finders: number
}

async function ring(
  pool: WorkerPool,
  options: Pick<RingMessage, 'threads' | 'rounds' | 'isOpen'>,
): Promise<Findings> {
  const { threads, rounds } = options
  const message: RingMessage = {
    ...options,
    memory: createRunMemory(16_384, 0),
    found: new SharedArrayBuffer((rounds + 1) * FOUND.doubles * 8),
  }
  const { heap } = openRunMemory(message.memory)
  const found = new Float64Array(message.found)
  const findings = { micros: [] as number[], seenMs: [] as number[], bareMs: [] as number[] }
  const at = { found: new Map<number, number>(), bare: new Map<number, number>() }
  const dispose = pool.onMessage((news) => {
    const [kind, round] = news as RingNews
    at[kind].set(round, nowMs())
    const word = kind === 'found' ? RING.known : RING.heard
    Atomics.store(heap, word, round)
    Atomics.notify(heap, word)
  })
  pool.beginRun(message)
  for (let i = 0; i < threads; i++) pool.start(i)
  for (let round = 1; round <= rounds; round++) {
    Atomics.store(heap, RING.round, round)
    Atomics.notify(heap, RING.round)
    await reached(heap, RING.left, threads * round)
  }
  await pool.reclaim(() => undefined, 1000)
  dispose()
  for (let round = 1; round <= rounds; round++) {
    const seenMs = at.found.get(round)
    if (seenMs === undefined) continue
    const note = (field: number): number => found[FOUND.doubles * round + field] as number
    findings.micros.push(note(FOUND.micros))
    findings.seenMs.push(seenMs - note(FOUND.beganMs))
    findings.bareMs.push((at.bare.get(round) ?? NaN) - note(FOUND.bareMs))
  }
  return { ...findings, finders: Atomics.load(heap, RING.finders) }
}

async function reached(heap: Int32Array, address: number, goal: number): Promise<void> {
  for (let v = Atomics.load(heap, address); v < goal; v = Atomics.load(heap, address)) {
    await changed(heap, address, v)
  }
}

async function changed(heap: Int32Array, address: number, value: number): Promise<void> {
  const wait = Atomics.waitAsync(heap, address, value, 1000)
  if (wait.async) await wait.value
}

interface Percentiles {
  readonly p50: number
  readonly p99: number
}

interface JavaPeer {
  (threads: number): Percentiles
  close(): void
}

function compileJava(peers: string): JavaPeer | undefined {
  const out = mkdtempSync(join(tmpdir(), 'cerrojo-java-'))
  try {
    execFileSync('javac', ['-d', out, join(peers, 'DeadlockDetection.java')])
  } catch {
    rmSync(out, { recursive: true })
    return undefined
  }
  const measure = (threads: number): Percentiles => {
    const text = execFileSync('java', ['-cp', out, 'DeadlockDetection', String(threads)], {
      encoding: 'utf8',
    })
    const [p50 = NaN, p99 = NaN] = text.trim().split(' ').map(Number)
    return { p50, p99 }
  }
  return Object.assign(measure, { close: () => rmSync(out, { recursive: true }) })
}
