import { describe, expect, it } from 'vitest'
import { EVENT, type Trace } from '../trace'
import { roundRobinScheduler } from './roundRobin'
import { endings, simulationOf } from './simulation.testing'

/** Kind, thread, place and value of the events about primitives. */
function eventsOf(trace: Trace): string[] {
  const found: string[] = []
  for (let i = 0; i < trace.length; i++) {
    const place = trace.places[trace.place[i] as number]
    const kind = Object.entries(EVENT).find(([, code]) => code === trace.kind[i])?.[0] ?? ''
    if (place?.kind !== 'primitive' && kind !== 'progress') continue
    const thread = trace.threads[trace.thread[i] as number]?.name ?? ''
    const value = trace.texts[trace.value[i] as number] ?? ''
    found.push(`${thread} ${kind} ${place?.name ?? '-'} ${value}`.trim())
  }
  return found
}

function run(source: string): { events: string[]; outcome: unknown } {
  const simulation = simulationOf(source)
  simulation.run(roundRobinScheduler())
  const { trace, outcome } = simulation.result()
  return { events: eventsOf(trace), outcome }
}

describe('primitives in a trace', () => {
  it('waiting, giving and getting name the object and the call', () => {
    const { events, outcome } = run(`import threading
class Gate:
    def __init__(self):
        self.permits = threading.Semaphore(0)
gate = Gate()
def work():
    gate.permits.acquire()
t = threading.Thread(target=work, name="T")
t.start()
gate.permits.release()
t.join()
gate.permits.acquire(False)
`)
    expect(outcome).toEqual({ kind: 'finished' })
    expect(events).toEqual([
      'T block gate.permits',
      'MainThread signal gate.permits release(1)',
      'T receive gate.permits acquire() → True',
      'MainThread giveUp gate.permits acquire() → False',
    ])
  })

  it('who stands for ever is told with what it waits for', () => {
    const { outcome } = run(`import threading
lock = threading.Lock()
ready = threading.Condition(lock)
def work():
    with ready:
        ready.wait()
t = threading.Thread(target=work, name="T")
t.start()
t.join()
`)
    expect(outcome).toEqual({
      kind: 'stuck',
      waiting: [
        { thread: 'MainThread', holds: [], waitsFor: 'T' },
        { thread: 'T', holds: [], waitsFor: 'ready' },
      ],
    })
  })

  it('the lock of a condition is called like it, and a view like what it shows', () => {
    const { events } = run(`import threading
from cerrojo import Topic, progress
news = Topic("news")
reader = news.subscribe()
def work():
    reader.poll()
    progress("read")
t = threading.Thread(target=work, name="T")
t.start()
news.send("x")
t.join()
`)
    expect(events).toEqual([
      'MainThread look news subscribe() → None',
      'T block news',
      "MainThread signal news send('x')",
      "T receive news poll() → 'x'",
      'T progress - read',
    ])
  })

  it('a cycle of a condition’s lock and another is a deadlock', () => {
    const found = endings(`import threading
ready = threading.Condition()
other = threading.Lock()
def work():
    with other:
        with ready:
            pass
t = threading.Thread(target=work, name="T")
with ready:
    t.start()
    with other:
        pass
`)
    const cycle = [
      { thread: 'MainThread', holds: ['ready'], waitsFor: 'other' },
      { thread: 'T', holds: ['other'], waitsFor: 'ready' },
    ]
    const outcomes = new Set(found.map(({ outcome }) => JSON.stringify(outcome)))
    expect([...outcomes].sort()).toEqual([
      JSON.stringify({ kind: 'deadlock', cycle }),
      JSON.stringify({ kind: 'finished' }),
    ])
  })
})
