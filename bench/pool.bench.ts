import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { WorkerPool } from '../src/live'
import { atLeast, median, medianRatio, quantile, type Report } from './harness'
import type { StartMessage } from './workers/start.worker'

const THREADS = 16
const WARM_ROUNDS = 40
const COLD_ROUNDS = 5
const MEMORY_ROUNDS = 5

export default async function pool(report: Report): Promise<void> {
  const workerFile = await report.worker('workers/start.worker.ts')
  const warm = new WorkerPool({ workerFile })
  const cold: number[] = []
  const pooled: number[] = []
  await warm.warm(THREADS)
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
  if (existsSync('/proc/self/smaps_rollup')) await memory(report)
}

async function memory(report: Report): Promise<void> {
  const script = await report.module('workers/memory.ts')
  const live = await report.worker('../src/live/live.worker.ts')
  const empty = await report.module('workers/empty.worker.ts')
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < MEMORY_ROUNDS; round++) {
    ours.push(Number(execFileSync(process.execPath, [script, 'live', live], { encoding: 'utf8' })))
    peer.push(
      Number(execFileSync(process.execPath, [script, 'empty', empty], { encoding: 'utf8' })),
    )
  }
  const megabytes = (values: readonly number[]): string => `${median(values).toFixed(1)} MB`
  report.row({
    name: 'memory of an idle worker of live runs / of an empty worker',
    ours: megabytes(ours),
    peer: megabytes(peer),
    ratio: medianRatio(ours, peer),
    isMet: median(ours) <= 10,
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
