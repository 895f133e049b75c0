import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Program } from '../../src/engine/bytecode'
import { LiveExecutor, type LiveResult } from '../../src/live'
import { bundleWorker } from '../../src/live/workerBundle.testing'
import { compiled, ROOT, scenario } from '../support/compiled'

let executor: LiveExecutor
let folder: string

beforeAll(async () => {
  executor = new LiveExecutor(await bundleWorker(join(ROOT, 'src/live/live.worker.ts')))
  await executor.warm(3)
  folder = mkdtempSync(join(tmpdir(), 'cerrojo-live-'))
})

afterAll(async () => {
  await executor.close()
  rmSync(folder, { recursive: true, force: true })
})

function live(program: Program, timeoutSeconds = 20): Promise<LiveResult> {
  return executor.start(program, { timeoutSeconds, folder }).finished
}

describe('real threads', () => {
  it('a finished program prints what the machine prints', async () => {
    const { outcome, output } = await live(scenario('counter', 'locked'))
    expect(outcome).toEqual({ kind: 'finished' })
    expect(output).toBe('6\n')
  })

  it('opposite transfers deadlock with a cycle of both locks, or finish right', async () => {
    for (let i = 0; i < 20; i++) {
      const { outcome, output } = await live(scenario('transfer-opposite', 'phase-1'))
      if (outcome.kind === 'finished') expect(output).toBe('(50, 150)\n')
      else {
        expect(outcome).toEqual({
          kind: 'deadlock',
          cycle: [
            { thread: 'Hilo-1', holds: ['Cuenta-1'], waitsFor: 'Cuenta-2' },
            { thread: 'Hilo-2', holds: ['Cuenta-2'], waitsFor: 'Cuenta-1' },
          ],
        })
      }
      expect(executor.threadsLeft).toBe(0)
    }
  })

  it('ordered transfers never deadlock', async () => {
    for (let i = 0; i < 10; i++) {
      const { outcome, output } = await live(scenario('transfer-opposite', 'phase-2'))
      expect(outcome).toEqual({ kind: 'finished' })
      expect(output).toBe('(50, 150)\n')
    }
  })

  it('a thread that waits for its own lock is a cycle of one', async () => {
    const { outcome } = await live(scenario('transfer-self', 'phase-1'))
    expect(outcome).toMatchObject({ kind: 'deadlock', cycle: [{ holds: ['Cuenta-1'] }] })
  })

  it('updates of the real database are lost without a lock around read and write', async () => {
    const found: number[] = []
    for (let i = 0; i < 10; i++) {
      const { outcome, rows } = await live(scenario('db-lost-update', 'unlocked'))
      expect(outcome.kind).toBe('finished')
      found.push((rows?.[0] as { kwh: number }).kwh)
    }
    // A run in which one thread is through before the other begins loses nothing; ten such in a row do not happen.
    expect(Math.min(...found)).toBeLessThan(100)
    expect(Math.min(...found)).toBeGreaterThanOrEqual(20)
  })

  it('an invariant is looked at once all threads have ended', async () => {
    const source = (sign: string): string => `import threading
from cerrojo import invariant
n = 0
lock = threading.Lock()
invariant(lambda: n ${sign} 2)
def work():
    global n
    with lock:
        n += 1
for _ in range(2):
    threading.Thread(target=work).start()
print("started")
`
    expect((await live(compiled(source('==')))).outcome).toEqual({ kind: 'finished' })
    const { outcome, output } = await live(compiled(source('<')))
    expect(output).toBe('started\n')
    expect(outcome).toMatchObject({
      kind: 'assertion',
      message: 'AssertionError: invariant(lambda: n < 2)',
      location: { line: 5, column: 1 },
    })
  })

  it('and none is lost with it', async () => {
    for (let i = 0; i < 5; i++) {
      const { outcome, rows, output } = await live(scenario('db-lost-update', 'one-region'))
      expect(outcome).toEqual({ kind: 'finished' })
      expect(rows?.[0]).toMatchObject({ id: 1, kwh: 100 })
      expect(output).toContain('100.0')
    }
  })

  it('a lock held by a thread that ended leaves the rest stuck', async () => {
    const program = compiled(`
import threading
lock = threading.Lock()

def hold():
    lock.acquire()

t = threading.Thread(target=hold, name="Hilo-1")
t.start()
t.join()
lock.acquire()
`)
    const { outcome } = await live(program)
    expect(outcome).toEqual({
      kind: 'stuck',
      waiting: [{ thread: 'MainThread', holds: [], waitsFor: 'lock' }],
    })
  })

  it('a run that only takes long ends as timeout, not as deadlock', async () => {
    const { outcome } = await live(
      compiled('import time\nwhile True:\n    time.sleep(0.01)\n'),
      0.3,
    )
    expect(outcome).toEqual({
      kind: 'timeout',
      seconds: 0.3,
      at: [{ thread: 'MainThread', location: { line: 3, column: 5 } }],
    })
    expect(executor.threadsLeft).toBe(0)
  })

  it('a loop without any visible operation is stopped, too', async () => {
    const run = executor.start(compiled('while True:\n    pass\n'), { timeoutSeconds: 60, folder })
    run.stop()
    expect((await run.finished).outcome).toEqual({ kind: 'stopped' })
    expect(executor.threadsLeft).toBe(0)
  })

  it('an exception names its thread and line, and the others go on', async () => {
    const program = compiled(`
import threading

def fail():
    raise ValueError("no")

t = threading.Thread(target=fail, name="Hilo-1")
t.start()
t.join()
print("after")
`)
    const { outcome, output } = await live(program)
    expect(outcome).toEqual({
      kind: 'exception',
      thread: 'Hilo-1',
      message: 'ValueError: no',
      location: { line: 5, column: 5 },
    })
    expect(output).toBe('after\n')
  })

  it('a number too large for its worker ends the run at a limit, and the next run is well', async () => {
    const { outcome } = await live(compiled('n = 1 << 100000000\nwhile True:\n    n = n + 1\n'))
    expect(outcome).toMatchObject({ kind: 'limit', code: 'heap' })
    expect((await live(compiled('print(1)\n'))).output).toBe('1\n')
    expect(executor.threadsLeft).toBe(0)
  })

  it('sixteen threads run at once and every locked increment counts', async () => {
    const program = compiled(`
import threading
lock = threading.Lock()
n = 0

def work():
    global n
    for i in range(200):
        with lock:
            n += 1

threads = []
for i in range(16):
    threads.append(threading.Thread(target=work))
for t in threads:
    t.start()
for t in threads:
    t.join()
print(n)
`)
    const { outcome, output, trace } = await live(program)
    expect(outcome).toEqual({ kind: 'finished' })
    expect(output).toBe('3200\n')
    expect(trace.threads.length).toBe(17)
  })
})
