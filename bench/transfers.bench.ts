/** Real threads that transfer between accounts, traced, beside CPython's threads on the same source. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LiveExecutor } from '../src/live'
import { atLeast, median, type Report } from './harness'
import { compileText, peerRatio, programText, pythonSeconds } from './python'

const ROUNDS = 7
const TRANSFERS = 2_000
const THREADS = [1, 2, 8]

export default async function transfers(report: Report): Promise<void> {
  const executor = new LiveExecutor(await report.worker('../src/live/live.worker.ts'))
  const folder = mkdtempSync(join(tmpdir(), 'cerrojo-bench-'))
  try {
    await executor.warm(Math.max(...THREADS) + 1)
    for (const threads of THREADS) await measure(report, executor, folder, threads)
  } finally {
    await executor.close()
    rmSync(folder, { recursive: true })
  }
}

async function measure(
  report: Report,
  executor: LiveExecutor,
  folder: string,
  threads: number,
): Promise<void> {
  const text = programText(report, 'transfers', { THREADS: threads, TRANSFERS })
  const program = compileText(text)
  const ours: number[] = []
  const peer: (number | undefined)[] = []
  let events = 0
  for (let round = -2; round < ROUNDS; round++) {
    const result = await executor.start(program, { timeoutSeconds: 60, folder }).finished
    if (result.outcome.kind !== 'finished') throw new Error(JSON.stringify(result.outcome))
    const seconds = pythonSeconds(report, text)
    if (round < 0) continue
    ours.push(result.seconds)
    peer.push(seconds)
    events = result.trace.length
  }
  const rate = (values: readonly number[]): string =>
    `${((threads * TRANSFERS) / median(values) / 1000).toFixed(0)} k/s`
  const known = peer.filter((value) => value !== undefined)
  report.row({
    name: `transfers of ${threads} thread${threads > 1 ? 's' : ''}, ${events} events traced`,
    ours: rate(ours),
    peer: known.length < ROUNDS ? 'peer missing' : `CPython ${rate(known)}`,
    ratio: peerRatio(ours, peer),
    target: threads === 8 ? atLeast(8) : undefined,
  })
}
