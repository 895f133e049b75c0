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
import { operationName } from './primitives'
import { kindOf, repr, textOf, tupleItems, type Objects } from './objects'
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
  EVENT.progress,
])

/** Operations on primitives; of the first the value is the argument, of the others the result. */
const GIVING: ReadonlySet<number> = new Set([EVENT.signal, EVENT.change])
/** Operations that exchange something and whose value is the result. */
const ANSWERING: ReadonlySet<string> = new Set(['get', 'get_nowait'])
const OPERATIONS: ReadonlySet<number> = new Set([
  ...GIVING,
  EVENT.receive,
  EVENT.exchange,
  EVENT.look,
  EVENT.giveUp,
])

export interface SealOptions {
  readonly origin: TraceOrigin
  readonly program: Program
  readonly objects: Objects
  readonly labels: Labels
}

/** Display names of the threads started, by number; equal names get a number behind. */
export function threadNames(objects: Objects): string[] {
  const names: string[] = []
  for (let thread = 0; thread < objects.memory.word(MACHINE.threadCount); thread++) {
    const object = addressOf(objects.memory.word(threadAddress(thread) + THREAD.object))
    const value = objects.memory.word(object + 3)
    const isText = kindOf(objects.memory, value) === OBJECT.string
    const name = isText ? textOf(objects.memory, value) : repr(objects, value)
    const same = names.filter((n) => n === name || n.startsWith(`${name} #`)).length
    names.push(same === 0 ? name : `${name} #${String(same + 1)}`)
  }
  return names
}

/** The text of a value that never changes: Python's repr, but objects by their name. */
function valueText(objects: Objects, labels: Labels, value: Value): string {
  if (value === UNBOUND) return ''
  const label = isPointer(value) ? labels.object(addressOf(value)) : undefined
  const kind = kindOf(objects.memory, value)
  const isNamed =
    kind === OBJECT.primitive ||
    kind === OBJECT.instance ||
    kind === OBJECT.lock ||
    kind === OBJECT.rlock
  if (label !== undefined && isNamed) return label
  const text = repr(objects, value)
  return text.length > MAXIMUM_TEXT ? `${text.slice(0, MAXIMUM_TEXT)}…` : text
}

/** Kinds of value whose text may differ from one event to the next. */
const CHANGING: ReadonlySet<number> = new Set([
  OBJECT.list,
  OBJECT.deque,
  OBJECT.dict,
  OBJECT.set,
  OBJECT.dictView,
  OBJECT.iterator,
  OBJECT.tuple,
])

/** Written for a container whose contents at that moment are not known: memory has only the last. */
const UNKNOWN_CONTENTS: Readonly<Record<number, string>> = {
  [OBJECT.list]: '[…]',
  [OBJECT.deque]: 'deque([…])',
  [OBJECT.dict]: '{…}',
  [OBJECT.set]: '{…}',
  [OBJECT.dictView]: '(…)',
  [OBJECT.iterator]: '(…)',
}

class Sealing {
  private readonly builder: TraceBuilder
  private readonly placeIndex = new Map<number, number>()
  private readonly textIndex = new Map<number, number>()
  private readonly names: string[]
  /** Contents of containers that have not changed since they were traced. */
  private readonly contents = new Map<number, string>()

  constructor(private readonly options: SealOptions) {
    this.builder = createTraceBuilder(options.origin)
    this.names = threadNames(options.objects)
    this.names.forEach((name, number) => {
      const object = addressOf(options.objects.memory.word(threadAddress(number) + THREAD.object))
      this.builder.thread({ name, isDaemon: options.objects.memory.word(object + 5) !== 0 })
    })
  }

  seal(raw: RawTrace): Trace {
    let time = 0
    for (let i = 0; i < raw.length; i++) {
      const at = i * EVENT_WORDS
      const head = raw.words[at] as number
      const kind = (head & 0x3f) as EventCode
      time = Math.max(time, raw.timeOf(i))
      this.followContents(
        kind,
        (head >>> 6) & 0xff,
        raw.words[at + 1] as number,
        raw.words[at + 2] as number,
      )
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
    if (kind === EVENT.print || kind === EVENT.progress) return NO_INDEX
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
    if (OPERATIONS.has(kind)) return this.operationText(kind, detail, value)
    if (value === UNBOUND) return kind === EVENT.write ? this.builder.text('') : NO_INDEX
    if (kind === EVENT.end) return this.builder.text(exceptionText(this.options.objects, value))
    if (PLAIN_TEXT.has(kind) || (kind === EVENT.initial && detail === 1)) {
      return this.builder.text(textOf(this.options.objects.memory, value))
    }
    if (kind === EVENT.read || kind === EVENT.write || kind === EVENT.initial)
      return this.text(value)
    return NO_INDEX
  }

  /**
   * What changes a container changes the text of those around it, too: whatever changes, texts with containers in them
   * are forgotten. An element that no container is known for (its storage was outgrown) may be of any.
   */
  private followContents(kind: EventCode, detail: number, place: number, value: Value): void {
    if (kind === EVENT.initial && detail === 1) {
      this.contents.set(place, textOf(this.options.objects.memory, value))
    } else if (kind === EVENT.callWrite) this.forget((address) => address === place)
    else if (kind === EVENT.write) {
      const { labels } = this.options
      const changed = labels.place(place)
      if (changed.kind === 'container') this.forget(() => true)
      else if (changed.kind === 'element') {
        this.forget((address) => labels.object(address) === changed.object)
      }
    }
  }

  private forget(isChanged: (container: number) => boolean): void {
    for (const [address, text] of this.contents) {
      const isNested = /[[({]/.test(text.slice(1))
      if (isNested || isChanged(address)) this.contents.delete(address)
    }
  }

  private callText(detail: number, value: Value): number {
    const { name, isMethod } = detailName(detail)
    const argument = this.momentText(value)
    return this.builder.text(isMethod ? `${name}(${argument})` : `${name} ${argument}`.trim())
  }

  private operationText(kind: EventCode, detail: number, value: Value): number {
    const name = operationName(detail)
    const text = value === UNBOUND ? '' : this.momentText(value)
    const isAnswer = kind === EVENT.exchange ? ANSWERING.has(name) : !GIVING.has(kind)
    if (!isAnswer) return this.builder.text(`${name}(${text})`)
    return this.builder.text(text === '' ? `${name}()` : `${name}() → ${text}`)
  }

  /** The text of `value` at the event at hand. */
  private momentText(value: Value): string {
    const { objects, labels } = this.options
    const unknown = isPointer(value) ? UNKNOWN_CONTENTS[kindOf(objects.memory, value)] : undefined
    if (unknown !== undefined) return this.contents.get(addressOf(value)) ?? unknown
    if (kindOf(objects.memory, value) !== OBJECT.tuple) return valueText(objects, labels, value)
    const items = tupleItems(objects.memory, value).map((item) => this.momentText(item))
    return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`.slice(0, MAXIMUM_TEXT)
  }

  private text(value: Value): number {
    if (isPointer(value) && CHANGING.has(kindOf(this.options.objects.memory, value))) {
      return this.builder.text(this.momentText(value))
    }
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
