/**
 * What threads and locks do while a trace is walked: the one place where the rules stand, read by every lens.
 *
 * A wait begins with `block`, `joinWait` or `sleep` and ends with the thread's next event (a thread that makes events
 * does not wait). A lock is owned from `acquire` to `release`; whoever releases a plain lock, its owner loses it; an
 * acquisition by the owner of a re-entrant lock goes one level deeper. Any trace is walked without fault, also one that
 * no machine makes: an acquisition takes the lock from whoever held it.
 */
import { EVENT, type Place, type Trace } from '../trace'

export const STATUS = {
  notStarted: 0,
  ready: 1,
  /** `subject`: the lock's number. */
  blocked: 2,
  /** `subject`: the thread waited for. */
  joining: 3,
  sleeping: 4,
  /** Waits while another thread writes to a database. `subject`: its place. */
  busy: 5,
  finished: 6,
  failed: 7,
} as const

/** Absence in the columns of a replay. */
export const NONE = -1

/** Locks are numbered 0… in order of place index. */
export interface LockNumbers {
  /** Place index of each lock. */
  readonly places: readonly number[]
  /** Lock number of each place, or NONE. */
  readonly ofPlace: Int32Array
}

export function numberLocks(places: readonly Place[]): LockNumbers {
  const ofPlace = new Int32Array(places.length).fill(NONE)
  const found: number[] = []
  for (const [index, place] of places.entries())
    if (place.kind === 'lock') ofPlace[index] = found.push(index) - 1
  return { places: found, ofPlace }
}

/** A copy of the state of a replay. */
export interface ReplaySnapshot {
  readonly next: number
  readonly status: Uint8Array
  readonly subject: Int32Array
  readonly since: Int32Array
  readonly last: Int32Array
  readonly owner: Int32Array
  readonly ownedSince: Int32Array
  readonly depth: Int32Array
  readonly waiters: Int32Array
  readonly holds: readonly (readonly number[])[]
}

/** Walks a trace forwards, an event at a time. All columns are indexed by thread number or lock number. */
export class Replay {
  /** The event to be walked next; the state is that after `next - 1`. */
  next = 0
  readonly status: Uint8Array
  readonly subject: Int32Array
  /** Event that began the wait, or ended the thread. */
  readonly since: Int32Array
  /** Last event of each thread. */
  readonly last: Int32Array
  readonly owner: Int32Array
  readonly ownedSince: Int32Array
  readonly depth: Int32Array
  /** How many threads are blocked on each lock. */
  readonly waiters: Int32Array
  /** Lock numbers each thread holds, in order of acquisition. */
  readonly holds: number[][]
  /** Locks held by anybody. */
  heldCount = 0
  private readonly kinds: Uint8Array
  private readonly threads: Uint8Array
  private readonly places: Uint32Array

  constructor(
    readonly trace: Trace,
    readonly locks: LockNumbers = numberLocks(trace.places),
  ) {
    this.kinds = trace.kind
    this.threads = trace.thread
    this.places = trace.place
    const threads = trace.threads.length
    const count = locks.places.length
    this.status = new Uint8Array(threads)
    // The main thread runs before the first event.
    if (threads > 0) this.status[0] = STATUS.ready
    this.subject = new Int32Array(threads).fill(NONE)
    this.since = new Int32Array(threads).fill(NONE)
    this.last = new Int32Array(threads).fill(NONE)
    this.owner = new Int32Array(count).fill(NONE)
    this.ownedSince = new Int32Array(count).fill(NONE)
    this.depth = new Int32Array(count)
    this.waiters = new Int32Array(count)
    this.holds = trace.threads.map(() => [])
  }

  /** Lock number of the event's place, or NONE. */
  lockAt(event: number): number {
    return this.locks.ofPlace[this.places[event] as number] ?? NONE
  }

  /** Thread number of the event's place, or NONE. */
  threadAt(event: number): number {
    const place = this.trace.places[this.trace.place[event] as number]
    return place?.kind === 'thread' ? place.thread : NONE
  }

  /** Walks events until `next` is `end`. */
  advance(end: number): void {
    while (this.next < end) this.step()
  }

  /** Walks one event. */
  step(): void {
    const event = this.next++
    const thread = this.threads[event] as number
    const kind = this.kinds[event] as number
    this.last[thread] = event
    if (kind === EVENT.block) return this.block(thread, event)
    this.endWait(thread)
    switch (kind) {
      case EVENT.start:
        return this.start(this.threadAt(event))
      case EVENT.joinWait:
        return this.wait(thread, STATUS.joining, this.threadAt(event), event)
      case EVENT.sleep:
        return this.wait(thread, STATUS.sleeping, NONE, event)
      case EVENT.acquire:
        return this.acquire(thread, this.lockAt(event), event)
      case EVENT.release:
        return this.release(this.lockAt(event))
      case EVENT.end:
        // An exception leaves its text with the end.
        this.status[thread] =
          this.trace.texts[this.trace.value[event] as number] === undefined
            ? STATUS.finished
            : STATUS.failed
        this.since[thread] = event
    }
  }

  snapshot(): ReplaySnapshot {
    return {
      next: this.next,
      status: this.status.slice(),
      subject: this.subject.slice(),
      since: this.since.slice(),
      last: this.last.slice(),
      owner: this.owner.slice(),
      ownedSince: this.ownedSince.slice(),
      depth: this.depth.slice(),
      waiters: this.waiters.slice(),
      holds: this.holds.map((held) => held.slice()),
    }
  }

  restore(from: ReplaySnapshot): void {
    this.next = from.next
    this.status.set(from.status)
    this.subject.set(from.subject)
    this.since.set(from.since)
    this.last.set(from.last)
    this.owner.set(from.owner)
    this.ownedSince.set(from.ownedSince)
    this.depth.set(from.depth)
    this.waiters.set(from.waiters)
    for (const [thread, held] of from.holds.entries()) this.holds[thread] = held.slice()
    this.heldCount = this.owner.reduce((count, owner) => (owner === NONE ? count : count + 1), 0)
  }

  /** Who keeps `thread` from going on: the owner of the lock, the thread joined; NONE when nobody does. */
  waitsFor(thread: number): number {
    const subject = this.subject[thread] as number
    switch (this.status[thread]) {
      case STATUS.blocked:
        return this.owner[subject] as number
      case STATUS.joining:
        return subject === NONE || this.hasEnded(subject) ? NONE : subject
      default:
        return NONE
    }
  }

  hasEnded(thread: number): boolean {
    return (this.status[thread] as number) >= STATUS.finished
  }

  private wait(thread: number, status: number, subject: number, event: number): void {
    this.status[thread] = status
    this.subject[thread] = subject
    this.since[thread] = event
  }

  private block(thread: number, event: number): void {
    const lock = this.lockAt(event)
    const status = lock === NONE ? STATUS.busy : STATUS.blocked
    const subject = lock === NONE ? (this.places[event] as number) : lock
    const isSameWait = this.status[thread] === status && this.subject[thread] === subject
    if (isSameWait) return
    this.endWait(thread)
    this.wait(thread, status, subject, event)
    if (lock !== NONE) this.waiters[lock] = (this.waiters[lock] as number) + 1
  }

  /** The thread made an event: it does not wait, and it has started. */
  private endWait(thread: number): void {
    const status = this.status[thread] as number
    if (status === STATUS.ready || status >= STATUS.finished) return
    if (status === STATUS.blocked) {
      const lock = this.subject[thread] as number
      this.waiters[lock] = (this.waiters[lock] as number) - 1
    }
    this.wait(thread, STATUS.ready, NONE, NONE)
  }

  private start(thread: number): void {
    if (this.status[thread] === STATUS.notStarted) this.status[thread] = STATUS.ready
  }

  private acquire(thread: number, lock: number, event: number): void {
    if (lock === NONE) return
    const owner = this.owner[lock] as number
    if (owner === thread && this.isReentrant(lock)) {
      this.depth[lock] = (this.depth[lock] as number) + 1
      return
    }
    if (owner !== NONE) this.drop(lock)
    this.owner[lock] = thread
    this.ownedSince[lock] = event
    this.depth[lock] = 1
    this.heldCount += 1
    this.holds[thread]?.push(lock)
  }

  private release(lock: number): void {
    if (lock === NONE || this.owner[lock] === NONE) return
    const depth = (this.depth[lock] as number) - 1
    this.depth[lock] = depth
    if (depth === 0) this.drop(lock)
  }

  private drop(lock: number): void {
    const held = this.holds[this.owner[lock] as number] as number[]
    // Locks are mostly released in the opposite order: that is quicker than a splice.
    if (held.at(-1) === lock) held.pop()
    else held.splice(held.lastIndexOf(lock), 1)
    this.owner[lock] = NONE
    this.ownedSince[lock] = NONE
    this.depth[lock] = 0
    this.heldCount -= 1
  }

  private isReentrant(lock: number): boolean {
    const place = this.trace.places[this.locks.places[lock] as number]
    return place?.kind === 'lock' && place.lock === 'rlock'
  }
}
