/**
 * Turns raw events (addresses and words) into a Trace (names and texts), once a run is over. Possible because objects
 * are never moved or freed.
 */
import type { Program } from '../bytecode'
import {
  createTraceBuilder,
  EVENT,
  NO_INDEX,
  type EventCode,
  type Place,
  type Trace,
  type TraceBuilder,
  type TraceOrigin,
} from '../trace'
import { exceptionText } from './classes'
import { detailName } from './elements'
import { MACHINE, OBJECT, THREAD, threadAddress } from './layout'
import type { Labels } from './labels'
import { kindOf, repr, textOf, type Objects } from './objects'
import { EVENT_WORDS, type RawTrace } from './recorder'
import { addressOf, isPointer, UNBOUND, type Value } from './value'

const MAXIMUM_TEXT = 200

const THREAD_EVENTS: ReadonlySet<number> = new Set([
  EVENT.begin,
  EVENT.end,
  EVENT.start,
  EVENT.joinWait,
  EVENT.join,
  EVENT.sleep,
  EVENT.wake,
])

/** Events whose value is a string object to be taken as it stands. */
const PLAIN_TEXT: ReadonlySet<number> = new Set([
  EVENT.print,
  EVENT.join,
  EVENT.databaseBegin,
  EVENT.databaseCommit,
  EVENT.databaseRead,
])

export interface SealOptions {
  readonly origin: TraceOrigin
  readonly program: Program
  readonly objects: Objects
  readonly labels: Labels
}

/** Display names of the threads started, by number; equal names get a number behind. */
export function threadNames(objects: Objects): string[] {
  const { words } = objects.memory
  const names: string[] = []
  for (let thread = 0; thread < (words[MACHINE.threadCount] as number); thread++) {
    const object = addressOf(words[threadAddress(thread) + THREAD.object] as number)
    const value = words[object + 3] as number
    const isText = kindOf(objects.memory, value) === OBJECT.string
    const name = isText ? textOf(objects.memory, value) : repr(objects, value)
    const same = names.filter((n) => n === name || n.startsWith(`${name} #`)).length
    names.push(same === 0 ? name : `${name} #${String(same + 1)}`)
  }
  return names
}

/** The text of a value in a trace: Python's repr, but objects by their name. */
export function valueText(objects: Objects, labels: Labels, value: Value): string {
  if (value === UNBOUND) return ''
  const label = isPointer(value) ? labels.object(addressOf(value)) : undefined
  const kind = kindOf(objects.memory, value)
  const isNamed = kind === OBJECT.instance || kind === OBJECT.lock || kind === OBJECT.rlock
  if (label !== undefined && isNamed) return label
  const text = repr(objects, value)
  return text.length > MAXIMUM_TEXT ? `${text.slice(0, MAXIMUM_TEXT)}…` : text
}

class Sealing {
  private readonly builder: TraceBuilder
  private readonly placeIndex = new Map<number, number>()
  private readonly textIndex = new Map<number, number>()
  private readonly names: string[]

  constructor(private readonly options: SealOptions) {
    this.builder = createTraceBuilder(options.origin)
    this.names = threadNames(options.objects)
    const { words } = options.objects.memory
    this.names.forEach((name, number) => {
      const object = addressOf(words[threadAddress(number) + THREAD.object] as number)
      this.builder.thread({ name, isDaemon: (words[object + 5] as number) !== 0 })
    })
  }

  seal(raw: RawTrace): Trace {
    let time = 0
    for (let i = 0; i < raw.length; i++) {
      const at = i * EVENT_WORDS
      const head = raw.words[at] as number
      const kind = (head & 0x3f) as EventCode
      time = Math.max(time, raw.time[i] as number)
      this.builder.add({
        kind,
        thread: raw.thread[i] as number,
        line: head >>> 14,
        place: this.placeOf(kind, raw.words[at + 1] as number),
        value: this.valueOf(kind, (head >>> 6) & 0xff, raw.words[at + 2] as number),
        time,
      })
    }
    return this.builder.finish()
  }

  private placeOf(kind: EventCode, place: number): number {
    if (kind === EVENT.print) return NO_INDEX
    const isThread = THREAD_EVENTS.has(kind)
    const key = isThread ? -1 - place : place
    const known = this.placeIndex.get(key)
    if (known !== undefined) return known
    const index = this.builder.place(
      isThread ? this.threadPlace(place) : this.options.labels.place(place),
    )
    this.placeIndex.set(key, index)
    return index
  }

  private threadPlace(thread: number): Place {
    return { kind: 'thread', name: this.names[thread] ?? '?', thread }
  }

  private valueOf(kind: EventCode, detail: number, value: Value): number {
    if (kind === EVENT.callRead || kind === EVENT.callWrite) return this.callText(detail, value)
    if (value === UNBOUND) return kind === EVENT.write ? this.builder.text('') : NO_INDEX
    if (kind === EVENT.end) return this.builder.text(exceptionText(this.options.objects, value))
    if (PLAIN_TEXT.has(kind) || (kind === EVENT.initial && detail === 1)) {
      return this.builder.text(textOf(this.options.objects.memory, value))
    }
    if (kind === EVENT.read || kind === EVENT.write || kind === EVENT.initial)
      return this.text(value)
    return NO_INDEX
  }

  private callText(detail: number, value: Value): number {
    const { name, isMethod } = detailName(detail)
    const argument = valueText(this.options.objects, this.options.labels, value)
    return this.builder.text(isMethod ? `${name}(${argument})` : `${name} ${argument}`.trim())
  }

  private text(value: Value): number {
    const known = this.textIndex.get(value)
    if (known !== undefined) return known
    const { objects, labels } = this.options
    const index = this.builder.text(valueText(objects, labels, value))
    this.textIndex.set(value, index)
    return index
  }
}

/** The trace of a finished run. Cost: linear in the events. */
export function sealTrace(raw: RawTrace, options: SealOptions): Trace {
  return new Sealing(options).seal(raw)
}

/** What the program printed, from its trace. */
export function outputOf(trace: Trace): string {
  const parts: string[] = []
  for (let i = 0; i < trace.length; i++) {
    if (trace.kind[i] === EVENT.print) parts.push(trace.texts[trace.value[i] as number] ?? '')
  }
  return parts.join('')
}
