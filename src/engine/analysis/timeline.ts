import { EVENT, NO_INDEX, type Trace } from '../trace'
import { cyclesOfSuccessors } from './cycles'
import { IntervalColumns } from './intervalColumns'
import { NONE, Replay, STATUS } from './replay'

/** What one lane shows. Thread lanes come first, in thread order, then lock lanes in order of place index. */
export type Lane =
  | { readonly kind: 'thread'; readonly thread: number; readonly name: string }
  | { readonly kind: 'lock'; readonly lock: number; readonly name: string }

/**
 * State codes of intervals, by rising importance: where several fall on one pixel the highest is drawn, so that blocked
 * and deadlocked stay visible at any zoom.
 */
export const INTERVAL = {
  notStarted: 0,
  finished: 1,
  runnable: 2,
  sleeping: 3,
  running: 4,
  /** Running or runnable with at least one lock in hand. */
  holding: 5,
  joining: 6,
  blocked: 7,
  /** Blocked or joining in a cycle that stands at the end of the trace. */
  deadlocked: 8,
  /** Lock lanes. */
  free: 9,
  held: 10,
  /** Held while at least one thread waits for it. */
  contended: 11,
  /** Held, and part of a cycle at the end. */
  deadlockedLock: 12,
} as const

export type IntervalCode = (typeof INTERVAL)[keyof typeof INTERVAL]

/**
 * Intervals of all lanes as columns, sorted by lane, then start; those of a lane are contiguous and cover
 * [0, trace.length). Event indices are the time axis; `start` inclusive, `end` exclusive.
 */
export interface Timeline {
  readonly lanes: readonly Lane[]
  /** Intervals of lane i are [laneStart[i], laneStart[i + 1]). */
  readonly laneStart: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly state: Uint8Array
  /** Thread lanes: place of the lock (or database) waited for, or the thread joined; lock lanes: owner thread. NO_INDEX if none. */
  readonly subject: Uint32Array
  readonly length: number
}

/**
 * The intervals of all lanes of `trace`. Interval time `i` is the state after event `i`: a thread is `running` from each
 * of its events until the next event of another. A wait is drawn until it ends, also while the lock is free and nobody
 * has taken it yet. A trace does not tell that a wait has a limit: one that stands in a cycle where a run was stopped is
 * drawn as deadlocked, too. One pass; at most about two intervals per event.
 */
export function layoutTimeline(trace: Trace): Timeline {
  return new TimelineLayout(trace).layout()
}

class TimelineLayout {
  private readonly replay: Replay
  private readonly lanes: readonly Lane[]
  private readonly columns: IntervalColumns
  private readonly threads: number

  constructor(private readonly trace: Trace) {
    this.replay = new Replay(trace)
    this.threads = trace.threads.length
    this.lanes = [
      ...trace.threads.map(({ name }, thread): Lane => ({ kind: 'thread', thread, name })),
      ...this.replay.locks.places.map((lock): Lane => ({
        kind: 'lock',
        lock,
        name: trace.places[lock]?.name ?? '',
      })),
    ]
    this.columns = new IntervalColumns(this.lanes.length, trace.length)
  }

  layout(): Timeline {
    const { trace } = this
    if (trace.length > 0) {
      this.replay.step()
      this.drawAll()
    }
    for (let event = 1; event < trace.length; event++) {
      const thread = trace.thread[event] as number
      // Blocking moves a waiter to the lock of its wait; whatever it waited for before changes lane, too.
      const before = this.replay.subject[thread] as number
      const wasBlocked = this.replay.status[thread] === STATUS.blocked
      this.replay.step()
      if (wasBlocked) this.drawLock(before, event)
      this.drawThread(trace.thread[event - 1] as number, event)
      this.drawThread(thread, event)
      this.drawSubject(event)
    }
    this.markDeadlock()
    return { lanes: this.lanes, ...this.columns.finish(trace.length), length: trace.length }
  }

  private drawAll(): void {
    for (let thread = 0; thread < this.threads; thread++) this.drawThread(thread, 0)
    for (let lock = 0; lock < this.replay.locks.places.length; lock++) this.drawLock(lock, 0)
  }

  /** What the event is about may have changed: the thread it started, the lock and whoever lost it. */
  private drawSubject(event: number): void {
    const kind = this.trace.kind[event] as number
    if (kind === EVENT.start) {
      const started = this.replay.threadAt(event)
      if (started !== NONE) this.drawThread(started, event)
    } else if (kind >= EVENT.block && kind <= EVENT.release) {
      const lock = this.replay.lockAt(event)
      if (lock === NONE) return
      const owner = this.columns.subject(this.threads + lock)
      this.drawLock(lock, event)
      if (owner !== NO_INDEX) this.drawThread(owner, event)
    }
  }

  private drawThread(thread: number, event: number): void {
    const { replay } = this
    const status = replay.status[thread] as number
    const subject = replay.subject[thread] as number
    switch (status) {
      case STATUS.notStarted:
        return this.columns.change(thread, event, INTERVAL.notStarted, NO_INDEX)
      case STATUS.finished:
      case STATUS.failed:
        return this.columns.change(thread, event, INTERVAL.finished, NO_INDEX)
      case STATUS.sleeping:
        return this.columns.change(thread, event, INTERVAL.sleeping, NO_INDEX)
      case STATUS.blocked:
        return this.columns.change(
          thread,
          event,
          INTERVAL.blocked,
          replay.locks.places[subject] as number,
        )
      case STATUS.busy:
        return this.columns.change(thread, event, INTERVAL.blocked, subject)
      case STATUS.joining:
        return this.columns.change(
          thread,
          event,
          INTERVAL.joining,
          subject === NONE ? NO_INDEX : subject,
        )
      default:
        return this.columns.change(thread, event, this.activeState(thread, event), NO_INDEX)
    }
  }

  private activeState(thread: number, event: number): IntervalCode {
    if ((this.replay.holds[thread] as readonly number[]).length > 0) return INTERVAL.holding
    return this.trace.thread[event] === thread ? INTERVAL.running : INTERVAL.runnable
  }

  private drawLock(lock: number, event: number): void {
    const lane = this.threads + lock
    const owner = this.replay.owner[lock] as number
    if (owner === NONE) return this.columns.change(lane, event, INTERVAL.free, NO_INDEX)
    const isContended = (this.replay.waiters[lock] as number) > 0
    this.columns.change(lane, event, isContended ? INTERVAL.contended : INTERVAL.held, owner)
  }

  /** What stands open at the end, and is part of a cycle, will never end. */
  private markDeadlock(): void {
    const waits = Int32Array.from({ length: this.threads }, (_, thread) =>
      this.replay.waitsFor(thread),
    )
    for (const thread of cyclesOfSuccessors(waits).flat()) {
      this.columns.replace(thread, INTERVAL.deadlocked)
      if (this.replay.status[thread] !== STATUS.blocked) continue
      this.columns.replace(
        this.threads + (this.replay.subject[thread] as number),
        INTERVAL.deadlockedLock,
      )
    }
  }
}
