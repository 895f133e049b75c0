import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { bundleModule, bundleWorker } from '../../src/live/workerBundle.testing'
import { ROOT } from '../support/compiled'

it('1,000 deadlocks in one process are all detected, without growing and with nothing left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cerrojo-endurance-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    await bundleModule(join(import.meta.dirname, 'endurance.ts')),
    await bundleWorker(join(ROOT, 'src/live/live.worker.ts')),
    join(ROOT, 'content/scenarios/transfer-opposite/phase-1.py'),
    folder,
  ])
  const result = JSON.parse(stdout) as {
    readonly counts: Record<string, number>
    readonly growthMiB: number
    readonly threadsLeft: number
  }
  // Where the race did not close, both transfers finish.
  expect((result.counts['deadlock'] ?? 0) + (result.counts['finished'] ?? 0)).toBe(1000)
  expect(result.counts['deadlock']).toBeGreaterThan(500)
  expect(result.threadsLeft).toBe(0)
  expect(result.growthMiB).toBeLessThan(20)
  // That the process came to its end by itself shows that no handle was left.
}, 240_000)
