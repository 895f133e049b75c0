import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Program } from '../../src/engine/bytecode'
import { followLive, replayScheduler, simulate } from '../../src/engine/schedule'
import { LiveExecutor, type LiveResult } from '../../src/live'
import { bundleWorker } from '../../src/live/workerBundle.testing'
import { compiled, ROOT, scenario } from '../support/compiled'

const RUNS = 20

let executor: LiveExecutor
let folder: string

beforeAll(async () => {
  executor = new LiveExecutor(await bundleWorker(join(ROOT, 'src/live/live.worker.ts')))
  await executor.warm(4, 'now')
  folder = mkdtempSync(join(tmpdir(), 'cerrojo-conformance-'))
})

afterAll(async () => {
  await executor.close()
  rmSync(folder, { recursive: true, force: true })
})

function live(program: Program): Promise<LiveResult> {
  return executor.start(program, { timeoutSeconds: 20, folder }).finished
}

const SCENARIOS = join(ROOT, 'content/scenarios')
const variants = readdirSync(SCENARIOS).flatMap((slug) =>
  readdirSync(join(SCENARIOS, slug))
    .filter((file) => file.endsWith('.py'))
    .map((file) => ({ slug, variant: file.slice(0, -'.py'.length) })),
)

/** Different endings of timed and unblocking waits, beside what the scenarios do. */
const IMPATIENT = `
import threading
import time
lock = threading.Lock()
missed = []

def work(number):
    for i in range(40):
        if lock.acquire(timeout=0.0002 * (i % 3)) if number == 0 else lock.acquire(blocking=False):
            time.sleep(0.0002)
            lock.release()
        else:
            missed.append(number)

threads = []
for i in range(3):
    threads.append(threading.Thread(target=work, args=(i,)))
for t in threads:
    t.start()
for t in threads:
    t.join(0.001)
for t in threads:
    t.join()
print(len(missed) >= 0)
`

async function expectConforming(program: Program): Promise<void> {
  const { trace, outcome, output } = await live(program)
  const conformance = followLive(program, trace)
  expect(conformance.kind, JSON.stringify(conformance)).toBe('conforms')
  const replayed = simulate(program, replayScheduler(conformance.schedule))
  expect(replayed.outcome).toEqual(outcome)
  expect(replayed.output).toBe(output)
}

describe('every live run is a path of the model, and the machine replays it', () => {
  it.each(variants)('$slug $variant', async ({ slug, variant }) => {
    const program = scenario(slug, variant)
    for (let run = 0; run < RUNS; run++) await expectConforming(program)
  })

  it('waits that run out', async () => {
    const program = compiled(IMPATIENT)
    for (let run = 0; run < RUNS; run++) await expectConforming(program)
  })
})
