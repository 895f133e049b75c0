/**
 * What has been accessed so far, and who comes after it by happens-before, as one number that stands in memory. A history
 * tells of each access (thread, place, line) which threads and objects know its latest occurrence: a thread that takes a
 * lock knows what the lock knows, and so on (orderings of src/engine/trace/ordering.ts). An access that conflicts with
 * one its thread does not know is a race: nothing orders the two. This is the happens-before of FastTrack (Flanagan and
 * Freund 2009) with sets in the place of clocks, so that histories which say the same are the same.
 */
import { orderingOf } from '../trace'
import { conflict, type Access } from './access'

/** An event that orders, or an access. */
export interface HistoryEvent {
  /** EVENT code. */
  readonly kind: number
  /** Address of an object, or the number of a thread, as the kind says. */
  readonly place: number
  /** Of accesses to data. */
  readonly access: Access | undefined
}

export type RaceListener = (earlier: Entry, later: Access) => void

export interface Entry {
  readonly thread: number
  readonly access: Access
  /** Threads by number and objects by address (addresses lie above all numbers), in order. */
  readonly known: readonly number[]
}

export class AccessHistory {
  private readonly histories: (readonly Entry[])[] = [[]]
  private readonly numbers = new Map<string, number>([['', 0]])

  /** The history after `thread` has made `events`; `onRace` hears of what it races with. */
  after(
    history: number,
    thread: number,
    events: readonly HistoryEvent[],
    onRace: RaceListener,
  ): number {
    let entries = this.histories[history] ?? []
    for (const event of events) entries = step(entries, thread, event, onRace)
    return this.numberOf(entries)
  }

  private numberOf(entries: readonly Entry[]): number {
    const key = entries.map((e) => `${keyOf(e)}:${e.known.join()}`).join(';')
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.histories.length)
    this.histories.push(entries)
    return this.histories.length - 1
  }
}

function keyOf({ thread, access }: Entry): string {
  return [thread, access.place, access.part, access.mode, access.line].join()
}

function step(
  entries: readonly Entry[],
  thread: number,
  { kind, place, access }: HistoryEvent,
  onRace: RaceListener,
): readonly Entry[] {
  if (access !== undefined)
    return accessed(tell(entries, kind, thread, place), thread, access, onRace)
  return tell(entries, kind, thread, place)
}

/** Whoever receives comes to know what the giver knows. */
function tell(
  entries: readonly Entry[],
  kind: number,
  thread: number,
  place: number,
): readonly Entry[] {
  switch (orderingOf(kind)) {
    case 'gives':
    case 'starts':
      return passOn(entries, thread, place)
    case 'receives':
    case 'joins':
      return passOn(entries, place, thread)
    case 'exchanges':
      return passOn(passOn(entries, place, thread), thread, place)
    case 'nothing':
      return entries
  }
}

function passOn(entries: readonly Entry[], from: number, to: number): readonly Entry[] {
  return entries.map((entry) =>
    entry.known.includes(from) && !entry.known.includes(to)
      ? { ...entry, known: [...entry.known, to].sort((a, b) => a - b) }
      : entry,
  )
}

function accessed(
  entries: readonly Entry[],
  thread: number,
  access: Access,
  onRace: RaceListener,
): readonly Entry[] {
  for (const entry of entries) {
    if (entry.thread === thread || entry.known.includes(thread)) continue
    if (conflict(entry.access, access)) onRace(entry, access)
  }
  const latest: Entry = { thread, access, known: [thread] }
  const key = keyOf(latest)
  return [...entries.filter((entry) => keyOf(entry) !== key), latest].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  )
}
