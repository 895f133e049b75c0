import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../engine/machine'
import { followLive, randomScheduler, simulate, type Conformance } from '../engine/schedule'
import type { Trace } from '../engine/trace'
import { compileSource } from '../host'
import { comparedExitCode, modelJson, modelText } from './model'

const COUNTER = `import threading
lock = threading.Lock()
n = 0

def work():
    global n
    with lock:
        n += 1

a = threading.Thread(target=work, name="A")
a.start()
a.join()
print(n)
`
const CLOCK = `import time
if time.time() > 0:
    print("later")
`

/** The comparison of a run with the model, once `tamper` has had the trace. */
function compare(source: string, tamper = (trace: Trace): Trace => trace): Conformance {
  const compilation = compileSource(source)
  if (compilation.kind === 'refused') throw new Error('refused')
  const { program } = compilation
  return followLive(program, tamper(simulate(program, randomScheduler(1)).trace))
}

/** As if the trace had not noted event `index`. */
function without(index: number): (trace: Trace) => Trace {
  return (trace) => {
    const kept = <T extends Uint8Array | Uint32Array>(column: T): T =>
      column.filter((_, event) => event !== index) as T
    return {
      ...trace,
      length: trace.length - 1,
      kind: kept(trace.kind),
      thread: kept(trace.thread),
      place: kept(trace.place),
      value: kept(trace.value),
      line: kept(trace.line),
    }
  }
}

function printed(trace: Trace): number {
  return trace.length - 2
}

const finished = { kind: 'finished' } as const

describe('a run that the model makes, too', () => {
  it('conforms', () => {
    const conformance = compare(COUNTER)
    expect(modelJson(conformance)).toEqual({ conforms: true, events: conformance.events })
    expect(modelText(conformance, 'en')).toBe(
      `Model: it makes the same run, ${String(conformance.events)} events compared.`,
    )
    expect(comparedExitCode([{ outcome: finished, conformance }])).toBe(0)
  })
})

describe('a run that the model cannot make', () => {
  const conformance = compare(COUNTER, (trace) => without(printed(trace))(trace))

  it('is a mismatch with both sides of the first difference', () => {
    expect(modelJson(conformance)).toMatchObject({
      conforms: false,
      mismatch: { thread: 'MainThread', live: { kind: 'end' }, model: { kind: 'print', line: 13 } },
    })
  })

  it('is told in both languages', () => {
    expect(modelText(conformance, 'es')).toMatch(
      /^Modelo: .*en vivo end.*; en el modelo print = 1\\n \(13\)/,
    )
    expect(modelText(conformance, 'en')).toMatch(/^Model: it differs .*live end.*; model print/)
  })

  it('is a violation, whatever the run was like', () => {
    const other = compare(COUNTER)
    const reports = [conformance, other].map((c) => ({ outcome: finished, conformance: c }))
    expect(comparedExitCode(reports)).toBe(1)
  })
})

describe('a run of which nothing is shown', () => {
  const clock = compare(CLOCK, (trace) => without(printed(trace))(trace))

  it('is undecided where the clock may have decided', () => {
    expect(modelJson(clock)).toMatchObject({ conforms: 'undecided', reason: 'unrecorded' })
    expect(modelText(clock, 'en')).toMatch(/^Model: undecided after \d+ equal events\. The run may/)
    expect(modelText(clock, 'es')).toMatch(/^Modelo: /)
  })

  it('is undecided where the model reaches a bound', () => {
    const compilation = compileSource('i = 0\nwhile i < 5000:\n    i += 1\nprint(i)\n')
    if (compilation.kind === 'refused') throw new Error('refused')
    const { program } = compilation
    const { trace } = simulate(program, randomScheduler(1))
    const bounded = followLive(program, trace, { ...DEFAULT_LIMITS, silentInstructions: 100 })
    expect(modelJson(bounded)).toMatchObject({ conforms: 'undecided', reason: 'limit' })
    expect(modelText(bounded, 'en')).toMatch(/the model reached a bound\.$/)
  })

  it('is no violation', () => {
    expect(comparedExitCode([{ outcome: finished, conformance: clock }])).toBe(0)
  })
})
