import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../host/temporaryFolder.testing'
import { WorkerPool, type Need } from './pool'
import { TestRun } from './testRun.testing'
import { bundleModule, bundleWorker } from './workerBundle.testing'

const entry = new URL('scenarios.testing.ts', import.meta.url)

describe('a pool of workers', () => {
  let pool: WorkerPool
  let workerFile: string
  beforeAll(async () => {
    workerFile = await bundleWorker(entry)
    pool = new WorkerPool({ workerFile })
    await pool.warm(6)
  })
  afterAll(() => pool.close())

  it('keeps its workers over 200 runs', async () => {
    for (let i = 0; i < 200; i++) {
      const run = await new TestRun(pool, 'nothing', 4).start().finish()
      expect(
        run
          .of('done')
          .map((r) => r.thread)
          .sort(),
      ).toEqual([0, 1, 2, 3])
      expect([pool.size, pool.idleCount, pool.threadsLeft]).toEqual([6, 6, 0])
    }
  })

  it('lets threads start each other, and the host add workers when none is idle', async () => {
    const run = new TestRun(pool, 'chain', 12)
    const dispose = pool.onMessage((m) => {
      const { kind, wanted } = m as { kind: string; wanted: number }
      if (kind === 'wanted') pool.start(wanted)
    })
    await run.start(1).finish()
    dispose()
    expect(run.of('done').length).toBe(12)
    expect(pool.threadsLeft).toBe(0)
  })

  it('starts more threads than it has workers', async () => {
    const size = pool.size
    const run = new TestRun(pool, 'ring', size + 3).start()
    await run.seen('cycle')
    expect(pool.size).toBe(size + 3)
    expect(await run.stop(2000)).toBe(0)
    expect(pool.idleCount).toBe(size + 3)
  })

  it('wakes threads that wait or sleep when the run is stopped', async () => {
    for (const scenario of ['ring', 'joinRing', 'sleepLong'] as const) {
      const run = new TestRun(pool, scenario, 4).start()
      expect(await run.stop(5000)).toBe(0)
      expect(run.of('done').length).toBe(4)
    }
  })

  it('terminates and replaces workers that do not stop', async () => {
    for (const scenario of ['spin', 'deaf'] as const) {
      const size = pool.size
      const run = new TestRun(pool, scenario, 2).start()
      expect(await run.stop(20)).toBe(2)
      expect(pool.threadsLeft).toBe(0)
      await pool.warm(size)
      expect(pool.size).toBe(size)
      await new TestRun(pool, 'counter', 4).start().finish()
    }
  })

  it('replaces no worker beyond those it was asked to keep', async () => {
    const other = new WorkerPool({ workerFile })
    await other.warm(2)
    const run = new TestRun(other, 'deaf', 4).start()
    await run.seen('awake', 4)
    expect(await run.stop(20)).toBe(4)
    expect(other.size).toBe(2)
    await other.close()
  })

  it('tells when a worker dies, and goes on without it', async () => {
    const failures: string[] = []
    const dispose = pool.onFailure((error) => failures.push(error.message))
    const run = new TestRun(pool, 'crash', 1)
    const died = new Promise<void>((resolve) => pool.onFailure(() => resolve()))
    run.start()
    await died
    dispose()
    expect(failures).toEqual(['crash on purpose'])
    expect(await run.stop(1000)).toBe(0)
    await new TestRun(pool, 'counter', 4).start().finish()
  })

  it('tells when a worker cannot start', async () => {
    const workerFile = join(temporaryFolder(), 'broken.cjs')
    writeFileSync(workerFile, `throw new Error('broken on purpose')`)
    const broken = new WorkerPool({ workerFile })
    await expect(broken.warm(1)).rejects.toThrow('broken on purpose')
    expect(broken.size).toBe(0)
  })

  it('tells when the code of its workers is missing', async () => {
    const workerFile = 'nowhere/worker.cjs'
    await expect(new WorkerPool({ workerFile }).warm(1)).rejects.toThrow(/nowhere/)
  })

  it('makes workers that are needed later small before they park', async () => {
    const weigh = async (need: Need): Promise<number> => {
      const other = new WorkerPool({ workerFile })
      await other.warm(1, need)
      const run = await new TestRun(other, 'weigh', 1).start().finish()
      await other.close()
      return run.of('weight')[0]?.bytes ?? NaN
    }
    expect((await weigh('later')) / (await weigh('now'))).toBeLessThan(0.8)
  })

  /** What a process of its own prints that carries out `script` with a new `pool`. */
  async function printed(script: string): Promise<object> {
    const module = await bundleModule(new URL('pool.ts', import.meta.url))
    const whole = `
      import { WorkerPool } from ${JSON.stringify(pathToFileURL(module).href)}
      const pool = new WorkerPool({ workerFile: ${JSON.stringify(workerFile)} })
      ${script}`
    return promisify(execFile)(process.execPath, ['--input-type=module', '-e', whole])
  }

  it('lets the process end while its workers are parked', async () => {
    const script = `
      await pool.warm(2)
      console.log('warm')`
    expect(await printed(script)).toEqual({ stdout: 'warm\n', stderr: '' })
  })

  it('keeps the process while a worker that came too late for its run is awaited', async () => {
    const script = `
      pool.beginRun('nothing to do')
      pool.start(0)
      await pool.reclaim(() => undefined, 0)
      await pool.warm(1)
      await pool.reclaim(() => undefined, 0)
      console.log(pool.threadsLeft)`
    expect(await printed(script)).toEqual({ stdout: '0\n', stderr: '' })
  })

  it('closes parked and running workers alike', async () => {
    const other = new WorkerPool({ workerFile })
    await other.warm(3)
    new TestRun(other, 'spin', 1).start()
    await other.close()
    expect([other.size, other.threadsLeft]).toEqual([0, 0])
  })
})
