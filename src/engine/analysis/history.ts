import type { Trace } from '../trace'
import { NONE, Replay, STATUS, type ReplaySnapshot } from './replay'
import { valuesOf, type Values } from './values'

/** What a thread does at a moment. A blocked thread carries what it waits for. */
export type ThreadActivity =
  | { readonly kind: 'notStarted' }
  /** Made the last event, or can make one. */
  | { readonly kind: 'running' | 'runnable' }
  /** `since`: the event that began the wait. `lock`: place index; of a database, where another thread writes to it. */
  | { readonly kind: 'blocked'; readonly lock: number; readonly since: number }
  | { readonly kind: 'joining'; readonly thread: number; readonly since: number }
  | { readonly kind: 'sleeping'; readonly since: number }
  | { readonly kind: 'finished'; readonly since: number; readonly failed: boolean }

export interface HeldLock {
  /** Place index. */
  readonly lock: number
  /** The event that acquired it. */
  readonly since: number
}

export interface ThreadMoment {
  readonly activity: ThreadActivity
  /** In order of acquisition. */
  readonly holds: readonly HeldLock[]
  /** Line of the thread's last event; undefined before its first. */
  readonly line: number | undefined
}

export interface LockMoment {
  readonly lock: number
  readonly owner: number | undefined
  /** The event since which the owner holds it; undefined while free. */
  readonly since: number | undefined
  /** Threads blocked on it, in order of arrival (not a promise of who comes next); empty while it is free. */
  readonly queue: readonly number[]
}

export interface ValueMoment {
  /** Place index. */
  readonly place: number
  /** Python text of the value; containers include the calls made on them so far. */
  readonly text: string
  /** The event that gave it. */
  readonly since: number
}

/** Everything known at one moment: the state after event `at` (0-based); `at` -1 is before the first event. */
export interface Moment {
  readonly at: number
  readonly threads: readonly ThreadMoment[]
  readonly locks: readonly LockMoment[]
  /** Known values in order of place index. */
  readonly values: readonly ValueMoment[]
}

/**
 * Answers what stood at any moment of a trace. Keeps a checkpoint every few thousand events, so that a question costs
 * at most that many steps of replay; making it costs one pass.
 */
export interface History {
  readonly trace: Trace
  /** `event` outside the trace is taken as the nearest moment there is. */
  at(event: number): Moment
}

/** Events between two checkpoints: what a question replays at most. */
const STRIDE = 4096

/** The history of `trace`. One pass over the events; memory grows with threads + locks, per 4096 events. */
export function createHistory(trace: Trace): History {
  return new CheckpointedHistory(trace)
}

class CheckpointedHistory implements History {
  private readonly replay: Replay
  private readonly values: Values
  /** Entry i: the state before event i · STRIDE. */
  private readonly checkpoints: readonly ReplaySnapshot[]

  constructor(readonly trace: Trace) {
    this.replay = new Replay(trace)
    this.values = valuesOf(trace)
    const checkpoints = [this.replay.snapshot()]
    for (let end = STRIDE; end <= trace.length; end += STRIDE) {
      this.replay.advance(end)
      checkpoints.push(this.replay.snapshot())
    }
    this.checkpoints = checkpoints
  }

  at(event: number): Moment {
    const at = Math.max(-1, Math.min(Math.trunc(event), this.trace.length - 1))
    this.walkTo(at + 1)
    return {
      at,
      threads: this.trace.threads.map((_, thread) => this.threadMoment(thread, at)),
      locks: this.replay.locks.places.map((_, lock) => this.lockMoment(lock)),
      values: this.valueMoments(at),
    }
  }

  private walkTo(next: number): void {
    const checkpoint = this.checkpoints[Math.floor(next / STRIDE)]
    const isAhead = this.replay.next > next || this.replay.next < next - STRIDE
    if (isAhead && checkpoint !== undefined) this.replay.restore(checkpoint)
    this.replay.advance(next)
  }

  private threadMoment(thread: number, at: number): ThreadMoment {
    const { replay, trace } = this
    const last = replay.last[thread] as number
    return {
      activity: this.activity(thread, at),
      holds: (replay.holds[thread] ?? []).map((lock) => ({
        lock: replay.locks.places[lock] as number,
        since: replay.ownedSince[lock] as number,
      })),
      line: last === NONE ? undefined : trace.line[last],
    }
  }

  private activity(thread: number, at: number): ThreadActivity {
    const { replay } = this
    const status = replay.status[thread] as number
    const since = replay.since[thread] as number
    const subject = replay.subject[thread] as number
    switch (status) {
      case STATUS.notStarted:
        return { kind: 'notStarted' }
      case STATUS.sleeping:
        return { kind: 'sleeping', since }
      case STATUS.finished:
      case STATUS.failed:
        return { kind: 'finished', since, failed: status === STATUS.failed }
      case STATUS.blocked:
        // While nobody owns the lock, nobody keeps the thread from going on.
        if (replay.waitsFor(thread) === NONE) return { kind: 'runnable' }
        return { kind: 'blocked', lock: replay.locks.places[subject] as number, since }
      case STATUS.busy:
        return { kind: 'blocked', lock: subject, since }
      case STATUS.joining:
        if (replay.waitsFor(thread) === NONE) return { kind: 'runnable' }
        return { kind: 'joining', thread: subject, since }
      default:
        return { kind: at >= 0 && this.trace.thread[at] === thread ? 'running' : 'runnable' }
    }
  }

  private lockMoment(lock: number): LockMoment {
    const { replay } = this
    const owner = replay.owner[lock] as number
    const isFree = owner === NONE
    return {
      lock: replay.locks.places[lock] as number,
      owner: isFree ? undefined : owner,
      since: isFree ? undefined : replay.ownedSince[lock],
      queue: isFree || replay.waiters[lock] === 0 ? [] : this.queue(lock),
    }
  }

  private queue(lock: number): readonly number[] {
    const { status, subject, since } = this.replay
    return this.trace.threads
      .map((_, thread) => thread)
      .filter((thread) => status[thread] === STATUS.blocked && subject[thread] === lock)
      .sort((a, b) => (since[a] as number) - (since[b] as number))
  }

  private valueMoments(at: number): readonly ValueMoment[] {
    const moments: ValueMoment[] = []
    for (let place = 0; place < this.trace.places.length; place++) {
      const value = this.values.at(place, at)
      if (value !== undefined) moments.push({ place, ...value })
    }
    return moments
  }
}
