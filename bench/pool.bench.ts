import { readFileSync } from 'node:fs'
import { WorkerPool } from '../src/live'
import { atLeast, median, quantile, type Report } from './harness'
import type { StartMessage } from './workers/start.worker'

const THREADS = 16
const WARM_ROUNDS = 40
const COLD_ROUNDS = 5

export default async function pool(report: Report): Promise<void> {
  const workerFile = await report.worker('workers/start.worker.ts')
  const before = residentMiB()
  const warm = new WorkerPool({ workerFile })
  const cold: number[] = []
  const pooled: number[] = []
  await warm.warm(THREADS)
  const perWorker = before === undefined ? undefined : ((residentMiB() ?? 0) - before) / THREADS
  for (let round = 0; round < COLD_ROUNDS; round++) {
    for (let i = 0; i < WARM_ROUNDS / COLD_ROUNDS; i++) pooled.push(await run(warm))
    const fresh = new WorkerPool({ workerFile })
    cold.push(await run(fresh))
    await fresh.close()
  }
  await warm.close()
  const ms = median(pooled)
  report.row({
    name: `start of ${THREADS} threads until the last runs, ms p50 / p90`,
    ours: `${ms.toFixed(2)} / ${quantile(pooled, 0.9).toFixed(2)}`,
    peer: `cold workers ${median(cold).toFixed(0)}`,
    ratio: median(cold) / ms,
    target: atLeast(200),
    isMet: ms <= 2,
  })
  if (perWorker === undefined) return
  report.row({
    name: 'memory of an idle worker, MiB',
    ours: perWorker.toFixed(1),
    peer: '-',
    ratio: undefined,
    isMet: perWorker <= 10,
  })
}

/** Milliseconds from the decision to run until all threads run. */
async function run(pool: WorkerPool): Promise<number> {
  const words = new SharedArrayBuffer(4)
  const count = new Int32Array(words)
  const message: StartMessage = { words, ballast: Array.from({ length: 1000 }, (_, i) => i) }
  const start = performance.now()
  pool.beginRun(message)
  for (let i = 0; i < THREADS; i++) pool.start(i)
  for (let v = Atomics.load(count, 0); v < THREADS; v = Atomics.load(count, 0)) {
    const wait = Atomics.waitAsync(count, 0, v, 1000)
    if (wait.async) await wait.value
  }
  const ms = performance.now() - start
  await pool.reclaim(() => undefined, 1000)
  return ms
}

/** Resident memory of this process; undefined where /proc is missing. */
function residentMiB(): number | undefined {
  try {
    const kib = /Rss:\s+(\d+)/.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]
    return Number(kib) / 1024
  } catch {
    return undefined
  }
}
