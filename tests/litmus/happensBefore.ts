/**
 * Races of one path by the definition (language design §4): every pair of accesses to one place, at least one a write,
 * that happens-before leaves unordered. Full vector clocks and all earlier accesses, no epochs: slow and plain.
 */
import { EVENT_WORDS, type RawTrace } from '../../src/engine/machine'
import { EVENT } from '../../src/engine/trace'

/** Two source lines `a-b`, a ≤ b. */
export type LinePair = `${number}-${number}`

type Clock = number[]

interface Access {
  readonly thread: number
  readonly time: number
  readonly line: number
  readonly isWrite: boolean
}

const READS: ReadonlySet<number> = new Set([EVENT.read, EVENT.callRead])
const WRITES: ReadonlySet<number> = new Set([EVENT.write, EVENT.callWrite])
const RELEASES: ReadonlySet<number> = new Set([EVENT.release, EVENT.databaseCommit, EVENT.signal])
const ACQUIRES: ReadonlySet<number> = new Set([EVENT.acquire, EVENT.databaseBegin, EVENT.receive])

function joinInto(target: Clock, source: Clock | undefined): void {
  source?.forEach((time, thread) => {
    target[thread] = Math.max(target[thread] ?? 0, time)
  })
}

class Order {
  readonly races = new Set<LinePair>()
  private readonly clocks = new Map<number, Clock>()
  /** What a lock, a database or the end of a thread hands on. */
  private readonly given = new Map<string, Clock>()
  private readonly accesses = new Map<number, Access[]>()

  take(kind: number, thread: number, place: number, line: number): void {
    const clock = this.clockOf(thread)
    if (kind === EVENT.start) {
      joinInto(this.clockOf(place), clock)
      this.tick(thread)
    } else if (kind === EVENT.end) this.give(`end ${thread}`, thread)
    else if (kind === EVENT.join) joinInto(clock, this.given.get(`end ${place}`))
    else if (RELEASES.has(kind)) this.give(`object ${place}`, thread)
    else if (ACQUIRES.has(kind)) joinInto(clock, this.given.get(`object ${place}`))
    else if (READS.has(kind) || WRITES.has(kind)) {
      const time = clock[thread] ?? 0
      this.access(place, { thread, time, line, isWrite: WRITES.has(kind) }, clock)
    }
  }

  private clockOf(thread: number): Clock {
    const known = this.clocks.get(thread)
    if (known !== undefined) return known
    const clock: Clock = []
    clock[thread] = 1
    this.clocks.set(thread, clock)
    return clock
  }

  private tick(thread: number): void {
    const clock = this.clockOf(thread)
    clock[thread] = (clock[thread] ?? 0) + 1
  }

  private give(key: string, thread: number): void {
    const clock = this.given.get(key) ?? []
    joinInto(clock, this.clockOf(thread))
    this.given.set(key, clock)
    this.tick(thread)
  }

  private access(place: number, access: Access, clock: Clock): void {
    const earlier = this.accesses.get(place) ?? []
    for (const other of earlier) {
      if (other.thread === access.thread || !(other.isWrite || access.isWrite)) continue
      if (other.time <= (clock[other.thread] ?? 0)) continue
      const [a, b] = [other.line, access.line].sort((x, y) => x - y) as [number, number]
      this.races.add(`${a}-${b}`)
    }
    earlier.push(access)
    this.accesses.set(place, earlier)
  }
}

/** Cost: quadratic in the accesses of a place. */
export function racesOf(raw: RawTrace): ReadonlySet<LinePair> {
  const order = new Order()
  for (let i = 0; i < raw.length; i++) {
    const at = i * EVENT_WORDS
    const head = raw.words[at] as number
    order.take(head & 0x3f, raw.thread[i] as number, raw.words[at + 1] as number, head >>> 14)
  }
  return order.races
}
