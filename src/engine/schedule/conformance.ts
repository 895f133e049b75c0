/**
 * Whether a live run is a path of the model: a machine is led along the trace, one step for each event in the order of
 * the events, and has to make the same events (kind, thread, place, line, value; addresses in names up to renaming.ts).
 * Times and the beginnings of waits are not compared: they differ by nature.
 *
 * One step of the machine may make several events (the last access of a thread and its end); live, those of others may
 * stand between them. So each event is compared with the next of its own thread. `liveOrder.ts` says which events may
 * be made earlier than they were noted.
 *
 * A difference is a proof only if the trace tells everything that the course of the program depends on. Readings of the
 * clock and of `is_alive`, `locked` and `active_count` are not in it, nor are random numbers, and of the operations on
 * primitives other than locks it is not shown that they are noted in the order of the machine: then a difference is
 * `undecided`.
 */
import type { Program } from '../bytecode'
import { membersOf } from '../language'
import {
  DEFAULT_LIMITS,
  EVENT_WORDS,
  labelObjects,
  LimitError,
  Machine,
  sealTrace,
  textOf,
  type Choice,
  type Limits,
} from '../machine'
import { EVENT, KIND_NAMES, type EventKind, type Trace } from '../trace'
import { isCompared, LiveOrder, valueAt } from './liveOrder'
import { Renaming } from './renaming'
import { toScheduleChoice, type Schedule, type ScheduleChoice } from './schedule'

/** An event as far as it is compared. */
export interface ComparedEvent {
  readonly kind: EventKind
  readonly line: number
  readonly place: string | undefined
  readonly value: string | undefined
}

export interface Mismatch {
  /** Index of the first event of the live trace that the model does not make. */
  readonly event: number
  readonly thread: string
  readonly live: ComparedEvent
  /** What the model makes there instead; `waits` and `ended` when the thread cannot make a step there. */
  readonly model: ComparedEvent | 'waits' | 'ended'
}

export type Conformance = {
  /** Events of the live trace that the model makes, too. */
  readonly events: number
  /** What the machine did: replays the run, up to the difference if there is one. */
  readonly schedule: Schedule
} & (
  | { readonly kind: 'conforms' }
  | { readonly kind: 'mismatch'; readonly mismatch: Mismatch }
  /** `unrecorded`: the course may depend on what no trace tells. `limit`: the machine reached a bound. */
  | { readonly kind: 'undecided'; readonly reason: 'unrecorded' | 'limit' }
)

/** Methods and functions whose answers no event tells. */
const UNRECORDED: ReadonlySet<string> = new Set([
  'time',
  'monotonic',
  'perf_counter',
  'active_count',
  'activeCount',
  'is_alive',
  'locked',
  ...membersOf('random'),
])

/** Operations on primitives other than locks. */
const OPERATIONS: ReadonlySet<number> = new Set([
  EVENT.signal,
  EVENT.receive,
  EVENT.exchange,
  EVENT.look,
  EVENT.giveUp,
  EVENT.change,
])

/** Steps in a row without an event, after which the thread is taken to make none. */
const MAXIMUM_SILENT_STEPS = 100_000

/** Leads a machine along `trace`, a live run of `program`. Cost: as a simulated run of that length. */
export function followLive(
  program: Program,
  trace: Trace,
  limits: Limits = DEFAULT_LIMITS,
): Conformance {
  return new Follower(program, trace, limits).follow()
}

function dependsOnUnrecorded({ symbols, constants }: Program): boolean {
  return (
    symbols.some((name) => UNRECORDED.has(name)) ||
    constants.some((constant) => constant.type === 'builtin' && UNRECORDED.has(constant.name))
  )
}

/** A live event, and the event that the machine made for it or why it made none. */
interface Difference {
  readonly event: number
  readonly model: number | 'waits' | 'ended'
}

class Follower {
  private readonly machine: Machine
  private readonly order: LiveOrder
  private readonly taken: ScheduleChoice[] = []
  /** Of each live event the machine's event that answers to it. */
  private readonly answers: Uint32Array

  constructor(
    private readonly program: Program,
    private readonly trace: Trace,
    limits: Limits,
  ) {
    // Only reads of a database are tried and taken back.
    const keepsTrail = trace.kind.includes(EVENT.databaseRead)
    this.machine = new Machine(program, limits, keepsTrail)
    this.order = new LiveOrder(trace)
    this.answers = new Uint32Array(trace.length)
  }

  follow(): Conformance {
    const { trace, order } = this
    let difference: Difference | undefined
    try {
      for (let event = 0; event < trace.length && difference === undefined; event++) {
        if (isCompared(order.kind(event))) difference = this.makeUpTo(event)
      }
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      return { kind: 'undecided', reason: 'limit', ...this.sofar(trace.length) }
    }
    return this.conclude(difference)
  }

  /** Lets the threads make steps until `event` is made. */
  private makeUpTo(event: number): Difference | undefined {
    const { order } = this
    for (let silent = 0; !order.isMade(event); silent++) {
      const next = order.next(order.thread(event)) ?? event
      const late = order.begunLate(next)
      const difference =
        (late === undefined ? undefined : this.makeUpTo(late)) ?? this.makeFound(next)
      if (difference !== undefined) return difference
      if (order.isMade(event)) return undefined
      const choice = this.choiceFor(order.thread(event))
      if (choice === undefined || silent > MAXIMUM_SILENT_STEPS) {
        return { event: next, model: this.whyNot(order.thread(event)) }
      }
      const length = this.machine.events.length
      const other = this.step(choice)
      if (other !== undefined) return other
      if (this.machine.events.length > length) silent = 0
    }
    return undefined
  }

  /** Before `event` ends a state: the events of others that may have found it. */
  private makeFound(event: number): Difference | undefined {
    for (const found of this.order.foundBefore(event)) {
      const kind = this.order.kind(found)
      if (kind === EVENT.join && valueAt(this.trace, found) !== 'timeout') continue
      for (const earlier of this.order.before(found, event)) {
        const difference = this.makeUpTo(earlier)
        if (difference !== undefined) return difference
      }
      if (kind === EVENT.databaseRead && !this.isReadNow(found)) continue
      const difference = this.makeUpTo(found)
      if (difference !== undefined) return difference
    }
    return undefined
  }

  /** Whether the read `event`, made now, finds the rows that it found live. */
  private isReadNow(event: number): boolean {
    const thread = this.order.thread(event)
    const choice = this.choiceFor(thread)
    if (choice === undefined) return false
    const mark = this.machine.mark()
    this.machine.step(choice)
    const { words } = this.machine.events.raw()
    const at = mark.events * EVENT_WORDS
    const isSame =
      this.machine.events.length > mark.events &&
      kindOf(words[at] as number) === EVENT.databaseRead &&
      textOf(this.machine.memory, words[at + 2] as number) === valueAt(this.trace, event)
    this.machine.back(mark)
    return isSame
  }

  private choiceFor(thread: number): Choice | undefined {
    return this.machine.choices().find((choice) => choice.thread === thread)
  }

  private whyNot(thread: number): 'waits' | 'ended' {
    return thread < this.machine.threadCount && this.machine.isUnfinished(thread)
      ? 'waits'
      : 'ended'
  }

  /** One step; the first event of it that is not the next of its thread in the live trace. */
  private step(choice: Choice): Difference | undefined {
    const { machine, order, trace } = this
    const first = machine.events.length
    this.taken.push(toScheduleChoice(choice))
    machine.step(choice)
    const raw = machine.events.raw()
    for (let e = first; e < raw.length; e++) {
      const head = raw.words[e * EVENT_WORDS] as number
      const kind = kindOf(head)
      // Behind the last event of a thread that was ended from outside the machine may go on to the end of its step.
      const event = order.next(raw.thread[e] as number)
      if (!isCompared(kind) || event === undefined) continue
      if (kind !== trace.kind[event] || lineOf(head) !== trace.line[event]) {
        return { event, model: e }
      }
      this.answers[event] = e
      order.make(event)
    }
    return undefined
  }

  private sealed(): Trace {
    const { program } = this
    const { objects, events } = this.machine
    const labels = labelObjects(program, objects)
    return sealTrace(events.raw(), { origin: 'simulated', program, objects, labels })
  }

  /** Names and values are texts only in a sealed trace, so they are compared at the end. */
  private conclude(difference: Difference | undefined): Conformance {
    const model = this.sealed()
    const end = difference?.event ?? this.trace.length
    const found = this.firstOtherText(model, end) ?? difference
    const sofar = this.sofar(found?.event ?? this.trace.length)
    if (found === undefined) return { kind: 'conforms', ...sofar }
    const hasOperations = this.trace.kind.some((kind) => OPERATIONS.has(kind))
    if (hasOperations || dependsOnUnrecorded(this.program)) {
      return { kind: 'undecided', reason: 'unrecorded', ...sofar }
    }
    const { event } = found
    const mismatch: Mismatch = {
      event,
      thread: this.trace.threads[this.order.thread(event)]?.name ?? '',
      live: comparedEvent(this.trace, event),
      model: typeof found.model === 'number' ? comparedEvent(model, found.model) : found.model,
    }
    return { kind: 'mismatch', mismatch, ...sofar }
  }

  private firstOtherText(model: Trace, end: number): Difference | undefined {
    const renaming = new Renaming()
    for (let event = 0; event < end; event++) {
      const answer = this.answers[event] as number
      if (!isCompared(this.order.kind(event)) || !this.order.isMade(event)) continue
      const live = comparedEvent(this.trace, event)
      const made = comparedEvent(model, answer)
      const isSame =
        renaming.isSamePlace(live.place, made.place) && renaming.isSameValue(live.value, made.value)
      if (!isSame) return { event, model: answer }
    }
    return undefined
  }

  /** Compared events before live event `end` that are made, and the schedule. */
  private sofar(end: number): Pick<Conformance, 'events' | 'schedule'> {
    let events = 0
    for (let event = 0; event < end; event++) {
      if (isCompared(this.order.kind(event)) && this.order.isMade(event)) events++
    }
    const schedule = { format: 'cerrojo-schedule', version: 1, choices: this.taken } as const
    return { events, schedule }
  }
}

function comparedEvent(trace: Trace, event: number): ComparedEvent {
  return {
    kind: KIND_NAMES.get(trace.kind[event] as number) ?? 'begin',
    line: trace.line[event] as number,
    place: trace.places[trace.place[event] as number]?.name,
    value: valueAt(trace, event),
  }
}

function kindOf(head: number): number {
  return head & 0x3f
}

function lineOf(head: number): number {
  return head >>> 14
}
