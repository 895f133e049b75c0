/**
 * What a program is about, at a moment: the figures of its scenario's cards, and whether its promise is kept. The types
 * mirror the scenario file; this folder knows no contract.
 *
 * A promise holds between updates, not during them. It is judged only at quiet points: where no lock is held, in a run
 * that uses locks; where no thread but the main one is at work, in a run that uses none; and where an unlocked run ends.
 */
import { assertNever } from '../../base'
import { EVENT, type Trace } from '../trace'
import type { Moment, ValueMoment } from './history'
import { parseContainer, stringValue } from './pythonText'
import { Replay, STATUS } from './replay'
import { valuesOf, type Values } from './values'

export interface DomainFieldInput {
  /** Name of a place of the trace. */
  readonly place: string
}

export interface DomainCardInput {
  readonly fields: readonly DomainFieldInput[]
}

export type DomainInvariantInput =
  | { readonly kind: 'sum'; readonly places: readonly string[]; readonly value: number }
  | { readonly kind: 'sessionsHaveDrivers'; readonly sessions: string; readonly drivers: string }
  | { readonly kind: 'final'; readonly place: string; readonly value: string }

/** As much of a scenario's domain as evaluating it needs. */
export interface DomainInput {
  readonly cards: readonly DomainCardInput[]
  readonly invariant?: DomainInvariantInput | undefined
}

export interface FieldMoment {
  /** Python text of the value; undefined while unknown. */
  readonly text: string | undefined
  /** The event that gave it. */
  readonly changedAt: number | undefined
}

export type InvariantMoment =
  | { readonly kind: 'kept' }
  /** `since`: the first quiet point from which on it has been broken. */
  | { readonly kind: 'broken'; readonly since: number }
  | { readonly kind: 'unknown' }

export interface DomainMoment {
  /** Fields of each card, in the order of the domain. */
  readonly cards: readonly (readonly FieldMoment[])[]
  /** Undefined when the domain promises nothing. */
  readonly invariant: InvariantMoment | undefined
}

/** The domain at `moment` of `trace`. The first question about a trace costs one pass, later ones a search. */
export function domainAt(domain: DomainInput, moment: Moment, trace: Trace): DomainMoment {
  const values = new Map(moment.values.map((value) => [value.place, value]))
  const { invariant } = domain
  return {
    cards: domain.cards.map((card) =>
      card.fields.map(({ place }) => fieldAt(place, values, trace)),
    ),
    invariant: invariant === undefined ? undefined : invariantAt(invariant, moment.at, trace),
  }
}

function fieldAt(
  name: string,
  values: ReadonlyMap<number, ValueMoment>,
  trace: Trace,
): FieldMoment {
  const place = placeNamed(name, trace)
  const value = place === undefined ? entryOf(name, values, trace) : values.get(place)
  return { text: value?.text, changedAt: value?.since }
}

/** An element that no event names may still stand in the text of its container. */
function entryOf(
  name: string,
  values: ReadonlyMap<number, ValueMoment>,
  trace: Trace,
): Pick<ValueMoment, 'text' | 'since'> | undefined {
  const [, base = '', key = ''] = /^(.+)\[([^[]+)\]$/.exec(name) ?? []
  const around = values.get(placeNamed(base, trace) ?? -1)
  const container = around === undefined ? undefined : parseContainer(around.text)
  if (around === undefined || container === undefined) return undefined
  const { kind, items } = container
  const text = kind === 'dict' ? container.values[items.indexOf(key)] : items[Number(key)]
  return text === undefined ? undefined : { text, since: around.since }
}

/** The place that shows the value of a name: a container rather than the variable that holds it. */
function placeNamed(name: string, trace: Trace): number | undefined {
  const named = trace.places.flatMap((place, index) =>
    place.name === name && place.kind !== 'lock' && place.kind !== 'thread' ? [index] : [],
  )
  return named.find((index) => trace.places[index]?.kind === 'container') ?? named[0]
}

/** From `event` on, the invariant is as `moment` says. */
interface InvariantChange {
  readonly event: number
  readonly moment: InvariantMoment
}

const histories = new WeakMap<Trace, WeakMap<DomainInvariantInput, readonly InvariantChange[]>>()

function invariantAt(invariant: DomainInvariantInput, at: number, trace: Trace): InvariantMoment {
  const ofTrace =
    histories.get(trace) ?? new WeakMap<DomainInvariantInput, readonly InvariantChange[]>()
  histories.set(trace, ofTrace)
  const changes = ofTrace.get(invariant) ?? changesOf(invariant, trace)
  ofTrace.set(invariant, changes)
  return changes.findLast((change) => change.event <= at)?.moment ?? { kind: 'unknown' }
}

function changesOf(invariant: DomainInvariantInput, trace: Trace): readonly InvariantChange[] {
  const judge = judgeOf(invariant, trace)
  const changes: InvariantChange[] = []
  let last: InvariantMoment['kind'] = 'unknown'
  for (const event of quietPoints(invariant, trace)) {
    const isKept = judge(event)
    const kind = isKept === undefined ? 'unknown' : isKept ? 'kept' : 'broken'
    if (kind === last) continue
    changes.push({ event, moment: kind === 'broken' ? { kind, since: event } : { kind } })
    last = kind
  }
  return changes
}

/** Events after which the invariant is judged: quiet, and something was written since the last. */
function quietPoints(invariant: DomainInvariantInput, trace: Trace): readonly number[] {
  const end = trace.length - 1
  if (invariant.kind === 'final') return end < 0 ? [] : [end]
  const replay = new Replay(trace)
  const usesLocks = trace.kind.includes(EVENT.acquire)
  const points: number[] = []
  let isChanged = false
  for (let event = 0; event <= end; event++) {
    replay.step()
    isChanged ||= isWrite(trace.kind[event] as number)
    if (!isChanged) continue
    const isQuiet = usesLocks ? replay.heldCount === 0 : event === end || isAlone(replay)
    if (!isQuiet) continue
    points.push(event)
    isChanged = false
  }
  return points
}

function isWrite(kind: number): boolean {
  return kind === EVENT.write || kind === EVENT.initial || kind === EVENT.callWrite
}

/** No thread but the main one is at work. */
function isAlone({ status }: Replay): boolean {
  return status.every(
    (s, thread) => thread === 0 || s === STATUS.notStarted || s >= STATUS.finished,
  )
}

/** Whether the invariant is kept after an event; undefined while a value is unknown. */
function judgeOf(
  invariant: DomainInvariantInput,
  trace: Trace,
): (event: number) => boolean | undefined {
  const values = valuesOf(trace)
  const text = textReader(values, trace)
  switch (invariant.kind) {
    case 'sum': {
      const readers = invariant.places.map((name) => text(name))
      return (event) =>
        isSum(
          readers.map((read) => read(event)),
          invariant.value,
        )
    }
    case 'sessionsHaveDrivers': {
      const sessions = dictionaryReader(invariant.sessions, values, trace)
      const drivers = text(invariant.drivers)
      return (event) => haveDrivers(sessions(event), drivers(event))
    }
    case 'final': {
      const read = text(invariant.place)
      return (event) => {
        const value = read(event)
        return value === undefined ? undefined : value === invariant.value
      }
    }
    default:
      return assertNever(invariant)
  }
}

function textReader(
  values: Values,
  trace: Trace,
): (name: string) => (event: number) => string | undefined {
  return (name) => {
    const place = placeNamed(name, trace)
    return (event) => (place === undefined ? undefined : values.at(place, event)?.text)
  }
}

/**
 * The text of a dictionary at an event. Where no event gives it whole, its entries and their deletions make it up; not
 * when another call changed it (`pop`, `update`), which says nothing of the entries.
 */
function dictionaryReader(
  name: string,
  values: Values,
  trace: Trace,
): (event: number) => string | undefined {
  const whole = textReader(values, trace)(name)
  const entries = new Map(
    trace.places.flatMap((place, index) =>
      place.kind === 'element' && place.object === name
        ? [[index, place.name.slice(name.length + 1, -1)] as const]
        : [],
    ),
  )
  const first = trace.place.findIndex((place) => entries.has(place))
  const calls = callsOn(name, trace)
  if (first < 0 || calls.some(({ text }) => !text.startsWith(DELETE))) return whole
  return (event) => {
    const text = whole(event)
    if (event < first || parseContainer(text ?? '') !== undefined) return text
    const standing = [...entries].flatMap(([place, key]) => {
      const value = values.at(place, event)
      const deleted = calls.findLast((c) => c.event <= event && c.text === `${DELETE}${key}`)
      return value === undefined || value.since < (deleted?.event ?? 0)
        ? []
        : [`${key}: ${value.text}`]
    })
    return `{${standing.join(', ')}}`
  }
}

/** How `del d[key]` stands among the calls of a dictionary. */
const DELETE = 'del '

/** The calls that changed a container, in order. */
function callsOn(
  name: string,
  trace: Trace,
): readonly { readonly event: number; readonly text: string }[] {
  const calls: { event: number; text: string }[] = []
  for (let event = 0; event < trace.length; event++) {
    const isCall = trace.kind[event] === EVENT.callWrite
    if (!isCall || trace.places[trace.place[event] as number]?.name !== name) continue
    calls.push({ event, text: trace.texts[trace.value[event] as number] ?? '' })
  }
  return calls
}

/** Largest difference of floating-point sums that is rounding, relative to the value. */
const ROUNDING = 1e-9

function isSum(texts: readonly (string | undefined)[], value: number): boolean | undefined {
  const numbers = texts.map((text) =>
    text === undefined || text === '' ? Number.NaN : Number(text),
  )
  if (numbers.some((n) => Number.isNaN(n))) return undefined
  const sum = numbers.reduce((a, b) => a + b, 0)
  return Math.abs(sum - value) <= ROUNDING * Math.max(1, Math.abs(value))
}

/** Every session names a connected driver: see {@link driversOf}. */
function haveDrivers(
  sessions: string | undefined,
  drivers: string | undefined,
): boolean | undefined {
  const open = sessions === undefined ? undefined : parseContainer(sessions)
  const connected = drivers === undefined ? undefined : parseContainer(drivers)
  if (open === undefined || connected === undefined) return undefined
  const names = new Set(connected.items.map((item) => stringValue(item) ?? item))
  return open.items.every((key, i) =>
    driversOf(key, open.values[i] ?? '').some((driver) => names.has(stringValue(driver) ?? driver)),
  )
}

/** What may name the driver of a session: its `driver_id`; without one, its key and every value within its value. */
function driversOf(key: string, value: string): readonly string[] {
  const record = parseContainer(value)
  const at = record?.items.findIndex((item) => stringValue(item) === 'driver_id') ?? -1
  const driver = record?.values[at]
  return driver === undefined ? [key, ...atoms(value)] : [driver]
}

/** The values within a value: itself, or what a container holds. */
function atoms(text: string): readonly string[] {
  const container = parseContainer(text)
  return container === undefined
    ? [text]
    : [...container.items, ...container.values].flatMap((item) => atoms(item))
}
