/**
 * The text of every place at any event. Events that give a value are indexed by place, so that a plain value is one
 * binary search. What takes its text from several places (a container from its calls, its elements and the variable of
 * its name; a database from its commits) is replayed, with a checkpoint every few hundred changes, made when first asked.
 */
import { EVENT, type Place, type Trace } from '../trace'
import {
  applyCall,
  applyElement,
  containerOf,
  containerText,
  type ContainerState,
} from './containerReplay'
import { parseCall, type CallText } from './pythonText'

export interface ValueText {
  readonly text: string
  /** The event that gave it. */
  readonly since: number
}

/** Texts of the places of one trace. */
export interface Values {
  /** The text of `place` after event `event`; undefined while unknown (or once deleted). */
  at(place: number, event: number): ValueText | undefined
}

const known = new WeakMap<Trace, Values>()

/** The values of `trace`; indexed once (one pass over the events), then shared by all who ask. */
export function valuesOf(trace: Trace): Values {
  const values = known.get(trace) ?? new IndexedValues(trace)
  known.set(trace, values)
  return values
}

/** Every event that gives a place a value, in order. */
function forEachValue(trace: Trace, visit: (place: number, event: number) => void): void {
  const { kind, place, length } = trace
  const placeCount = trace.places.length
  for (let event = 0; event < length; event++) {
    const where = place[event] as number
    if (givesValue(kind[event] as number) && where < placeCount) visit(where, event)
  }
}

/** Calls `visit` with every pair of a key and an event, in order of events. */
type EventSource = (visit: (key: number, event: number) => void) => void

/** Lists of events, one per key, in one array: those of key k are [starts[k], starts[k + 1]). */
class EventLists {
  private readonly starts: Uint32Array
  private readonly events: Uint32Array

  /** Reads `source` twice: to count, and to fill. */
  constructor(keyCount: number, source: EventSource) {
    const starts = new Uint32Array(keyCount + 1)
    source((key) => {
      starts[key + 1] = (starts[key + 1] as number) + 1
    })
    for (let key = 0; key < keyCount; key++) {
      starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
    }
    const events = new Uint32Array(starts[keyCount] as number)
    const next = starts.slice()
    source((key, event) => {
      const at = next[key] as number
      events[at] = event
      next[key] = at + 1
    })
    this.starts = starts
    this.events = events
  }

  /** How many events of `key` are not after `event`. */
  countUpTo(key: number, event: number): number {
    const start = this.starts[key] as number
    let low = start
    let high = this.starts[key + 1] as number
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.events[middle] as number) <= event) low = middle + 1
      else high = middle
    }
    return low - start
  }

  /** The `index`-th event of `key`. */
  event(key: number, index: number): number {
    return this.events[(this.starts[key] as number) + index] as number
  }
}

type GroupState =
  | ContainerState
  /** Latest call of each kind made on a database. */
  | { readonly kind: 'calls'; readonly latest: ReadonlyMap<string, string> }

const STRIDE = 256

function givesValue(kind: number): boolean {
  return (
    kind === EVENT.initial ||
    kind === EVENT.write ||
    kind === EVENT.callWrite ||
    kind === EVENT.databaseCommit
  )
}

/** Which places change and show the text of which container or database. */
class Groups {
  /** Names of the containers and databases; the index is the group. */
  readonly names: string[] = []
  /** Groups that an event of each place changes: its own, and the container around an element. */
  readonly changedBy: readonly (readonly number[])[]
  /** Group whose text each place shows. */
  readonly shownBy: readonly (number | undefined)[]
  /** Container around each element. */
  readonly around: readonly (number | undefined)[]

  constructor(places: readonly Place[]) {
    const containers = new Map<string, number>()
    const own = places.map((place) => {
      if (place.kind !== 'container' && place.kind !== 'database') return undefined
      const group = this.names.push(place.name) - 1
      if (place.kind === 'container') containers.set(place.name, group)
      return group
    })
    // A variable of the container's name holds it: it shows the content, and a write makes it hold another.
    const isVariable = ({ kind }: Place): boolean =>
      kind === 'global' || kind === 'attribute' || kind === 'element'
    this.shownBy = places.map((p, i) => (isVariable(p) ? containers.get(p.name) : own[i]))
    this.around = places.map((p) => (p.kind === 'element' ? containers.get(p.object) : undefined))
    this.changedBy = places.map((_, i) =>
      [this.shownBy[i], this.around[i]].filter((group) => group !== undefined),
    )
  }
}

class IndexedValues implements Values {
  private readonly groups: Groups
  private readonly byPlace: EventLists
  private readonly byGroup: EventLists
  /** States of each group after 0, STRIDE, 2 STRIDE… changes, as far as asked. */
  private readonly checkpoints: (GroupState | undefined)[][]
  private readonly calls = new Map<number, CallText | undefined>()

  constructor(private readonly trace: Trace) {
    this.groups = new Groups(trace.places)
    const { changedBy, names } = this.groups
    this.byPlace = new EventLists(trace.places.length, (visit) => forEachValue(trace, visit))
    this.byGroup = new EventLists(names.length, (visit) => {
      if (names.length === 0) return
      forEachValue(trace, (place, event) => {
        for (const group of changedBy[place] ?? []) visit(group, event)
      })
    })
    this.checkpoints = this.groups.names.map(() => [undefined])
  }

  at(place: number, event: number): ValueText | undefined {
    const shown = this.groups.shownBy[place]
    if (shown !== undefined) return this.groupText(shown, event)
    const own = this.ownText(place, event)
    const where = this.trace.places[place]
    const around = this.groups.around[place]
    return where?.kind === 'element' && around !== undefined && own !== undefined
      ? this.elementText(where.key, around, event, own)
      : own
  }

  /** What the last write of the place itself gave. */
  private ownText(place: number, event: number): ValueText | undefined {
    if (place >= this.trace.places.length) return undefined
    const count = this.byPlace.countUpTo(place, event)
    if (count === 0) return undefined
    const since = this.byPlace.event(place, count - 1)
    const text = this.textOf(since)
    return text === undefined ? undefined : { text, since }
  }

  /** An element is what its container holds under the key; a call may have removed it. */
  private elementText(
    key: string,
    group: number,
    event: number,
    own: ValueText,
  ): ValueText | undefined {
    const count = this.byGroup.countUpTo(group, event)
    const state = this.stateAfter(group, count)
    if (state?.kind !== 'known') return own
    const { kind, items, values } = state.container
    const text = kind === 'dict' ? values[items.indexOf(key)] : items[Number(key)]
    if (text === undefined) return undefined
    return text === own.text ? own : { text, since: this.byGroup.event(group, count - 1) }
  }

  private groupText(group: number, event: number): ValueText | undefined {
    const count = this.byGroup.countUpTo(group, event)
    const state = this.stateAfter(group, count)
    if (state === undefined) return undefined
    const text =
      state.kind === 'calls' ? [...state.latest.values()].join(' · ') : containerText(state)
    return { text, since: this.byGroup.event(group, count - 1) }
  }

  /** The state of a group after its first `count` changes. */
  private stateAfter(group: number, count: number): GroupState | undefined {
    const checkpoints = this.checkpoints[group] ?? []
    let at = Math.min(checkpoints.length - 1, Math.floor(count / STRIDE))
    let state = checkpoints[at]
    for (let i = at * STRIDE; i < count; i++) {
      state = this.changed(group, state, this.byGroup.event(group, i))
      if ((i + 1) % STRIDE === 0) {
        at += 1
        checkpoints[at] = state
      }
    }
    return state
  }

  private changed(
    group: number,
    state: GroupState | undefined,
    event: number,
  ): GroupState | undefined {
    const text = this.textOf(event)
    const place = this.trace.places[this.trace.place[event] as number]
    if (place?.kind === 'database') return this.committed(state, event, text)
    const before = state === undefined || state.kind === 'calls' ? UNKNOWN : state
    if (this.trace.kind[event] === EVENT.callWrite) {
      return text === undefined ? before : applyCall(before, text, this.callOf(event, text))
    }
    if (place?.kind === 'element' && place.object === this.groups.names[group]) {
      return applyElement(before, place.key, text)
    }
    return text === undefined ? undefined : containerOf(text)
  }

  private committed(
    state: GroupState | undefined,
    event: number,
    text: string | undefined,
  ): GroupState | undefined {
    if (text === undefined) return state
    const call = this.callOf(event, text)
    const latest = new Map(state?.kind === 'calls' ? state.latest : [])
    return {
      kind: 'calls',
      latest: latest.set(`${call?.method ?? text}(${call?.arguments[0] ?? ''}`, text),
    }
  }

  /** A write without a text deletes. */
  private textOf(event: number): string | undefined {
    const text = this.trace.texts[this.trace.value[event] as number]
    return text === '' ? undefined : text
  }

  /** The call an event made; each distinct text is read once. */
  private callOf(event: number, text: string): CallText | undefined {
    const index = this.trace.value[event] as number
    if (!this.calls.has(index)) this.calls.set(index, parseCall(text))
    return this.calls.get(index)
  }
}

/** A container that was changed before anything told its content. */
const UNKNOWN: ContainerState = { kind: 'unknown', text: '…', change: undefined }
