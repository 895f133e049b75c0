import type { CallOutput, NextOperation, Outcome, ScheduleChoice } from '../../contract'
import { encodeTrace } from '../../engine/trace'
import { traceOf } from '../../engine/trace/trace.testing'

/** Where phase 1 of the test bridge stands after `choices`: a model of its locks and joins, one step per operation. */
export function followPhase1(
  choices: readonly ScheduleChoice[],
): Extract<CallOutput<'schedule.follow'>, { kind: 'standing' }> {
  const model = new Phase1()
  let followed = 0
  for (const choice of choices) {
    if (typeof choice !== 'number' || !model.canStep(choice)) break
    model.step(choice)
    followed += 1
  }
  const outcome = model.outcome()
  return {
    kind: 'standing',
    followed,
    offered: outcome === undefined ? [0, 1, 2].filter((thread) => model.canStep(thread)) : [],
    next: model.next(),
    ...(outcome === undefined ? {} : { outcome }),
    output: outcome?.kind === 'finished' ? 'fin\n' : '',
    trace: new Uint8Array(encodeTrace(traceOf(model.events.join('\n')))),
  }
}

interface Operation {
  readonly kind: 'start' | 'begin' | 'join' | 'acquire' | 'release' | 'end'
  readonly about: string
  readonly line: number
}

const NAMES = ['main', 'Hilo-1', 'Hilo-2']

function operation(kind: Operation['kind'], about: string, line: number): Operation {
  return { kind, about, line }
}

function transfer(from: string, to: string): readonly Operation[] {
  return [
    operation('begin', '', 11),
    operation('acquire', from, 12),
    operation('acquire', to, 14),
    operation('release', to, 19),
    operation('release', from, 21),
    operation('end', '', 21),
  ]
}

class Phase1 {
  readonly events: string[] = []
  private readonly scripts = [
    [
      operation('start', 'Hilo-1', 28),
      operation('start', 'Hilo-2', 29),
      operation('join', 'Hilo-1', 30),
      operation('join', 'Hilo-2', 31),
      operation('end', '', 32),
    ],
    transfer('Cuenta-1', 'Cuenta-2'),
    transfer('Cuenta-2', 'Cuenta-1'),
  ]
  private readonly at = [0, 0, 0]
  private readonly isStarted = [true, false, false]
  private readonly isWaiting = [false, false, false]
  private readonly owners = new Map<string, string>()

  canStep(thread: number): boolean {
    const pending = this.pending(thread)
    if (pending === undefined || this.isStarted[thread] !== true) return false
    if (pending.kind === 'acquire') return !this.owners.has(pending.about)
    return pending.kind !== 'join' || this.pending(NAMES.indexOf(pending.about)) === undefined
  }

  step(thread: number): void {
    const done = this.pending(thread)
    if (done === undefined) return
    const name = NAMES[thread] ?? ''
    if (done.kind === 'start') this.isStarted[NAMES.indexOf(done.about)] = true
    if (done.kind === 'acquire') this.owners.set(done.about, name)
    if (done.kind === 'release') this.owners.delete(done.about)
    this.trace(name, done.kind, done)
    this.at[thread] = (this.at[thread] ?? 0) + 1
    this.isWaiting[thread] = false
    for (const other of NAMES.keys()) this.traceWait(other)
  }

  /** Traces once that a thread cannot go on. */
  private traceWait(thread: number): void {
    const next = this.pending(thread)
    if (next === undefined || this.isStarted[thread] !== true) return
    if (this.canStep(thread) || this.isWaiting[thread] === true) return
    this.isWaiting[thread] = true
    this.trace(NAMES[thread] ?? '', next.kind === 'join' ? 'joinWait' : 'block', next)
  }

  next(): NextOperation[] {
    return NAMES.flatMap((_, thread) => {
      const pending = this.isStarted[thread] === true ? this.pending(thread) : undefined
      return pending === undefined ? [] : [{ thread, line: pending.line }]
    })
  }

  outcome(): Outcome | undefined {
    if (this.pending(0) === undefined) return { kind: 'finished' }
    if ([0, 1, 2].some((thread) => this.canStep(thread))) return undefined
    return {
      kind: 'deadlock',
      cycle: [
        { thread: 'Hilo-1', holds: ['Cuenta-1'], waitsFor: 'Cuenta-2' },
        { thread: 'Hilo-2', holds: ['Cuenta-2'], waitsFor: 'Cuenta-1' },
      ],
    }
  }

  private pending(thread: number): Operation | undefined {
    return this.scripts[thread]?.[this.at[thread] ?? 0]
  }

  private trace(name: string, kind: string, { about, line }: Operation): void {
    this.events.push(`${name} ${kind} ${about} @${line}`)
  }
}
