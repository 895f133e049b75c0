import { EVENT, type Trace } from '../trace'
import { NONE, Replay, STATUS } from './replay'

/** Figures of one lock over a whole trace. Times in microseconds of the trace's clock. */
export interface LockMetrics {
  /** Place index. */
  readonly lock: number
  /** Without re-entries. */
  readonly acquisitions: number
  /** Acquisitions that had to wait. */
  readonly contended: number
  /** Waits that were given up, or still last at the end, count as well. */
  readonly waitTotal: number
  readonly waitMaximum: number
  readonly holdTotal: number
  readonly holdMaximum: number
}

export interface ThreadMetrics {
  readonly thread: number
  readonly events: number
  /** Waiting for locks. */
  readonly blockedTime: number
  readonly acquisitions: number
}

export interface Metrics {
  readonly locks: readonly LockMetrics[]
  readonly threads: readonly ThreadMetrics[]
  /** Length of the run in microseconds. */
  readonly duration: number
  /** Releases of the outermost lock by threads other than main, per second: completed critical sections (transfers); 0 in no time. */
  readonly sectionsPerSecond: number
}

const MICROSECONDS = 1_000_000

/** The figures of `trace`. One pass. */
export function measure(trace: Trace): Metrics {
  return new Measurement(trace).metrics()
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

class Measurement {
  private readonly replay: Replay
  private readonly locks: Writable<LockMetrics>[]
  private readonly threads: Writable<ThreadMetrics>[]
  private sections = 0

  constructor(private readonly trace: Trace) {
    this.replay = new Replay(trace)
    this.locks = this.replay.locks.places.map((lock) => ({
      lock,
      acquisitions: 0,
      contended: 0,
      waitTotal: 0,
      waitMaximum: 0,
      holdTotal: 0,
      holdMaximum: 0,
    }))
    this.threads = trace.threads.map((_, thread) => ({
      thread,
      events: 0,
      blockedTime: 0,
      acquisitions: 0,
    }))
  }

  metrics(): Metrics {
    const { trace } = this
    for (let event = 0; event < trace.length; event++) this.walk(event)
    const end = trace.length - 1
    for (const [thread] of this.threads.entries()) this.endWait(thread, end)
    for (const [lock] of this.locks.entries()) this.endHold(lock, end)
    const duration = trace.length === 0 ? 0 : this.time(end)
    const sectionsPerSecond = duration === 0 ? 0 : (this.sections * MICROSECONDS) / duration
    return { locks: this.locks, threads: this.threads, duration, sectionsPerSecond }
  }

  private walk(event: number): void {
    const { trace, replay } = this
    const thread = trace.thread[event] as number
    const kind = trace.kind[event] as number
    const lock = replay.lockAt(event)
    const own = this.threads[thread] as Writable<ThreadMetrics>
    own.events += 1
    const hasWaited = replay.status[thread] === STATUS.blocked && replay.subject[thread] === lock
    if (kind !== EVENT.block) this.endWait(thread, event)
    const before = lock === NONE ? NONE : (replay.owner[lock] as number)
    const since = lock === NONE ? NONE : (replay.ownedSince[lock] as number)
    if (kind === EVENT.release && before !== NONE && replay.depth[lock] === 1)
      this.endHold(lock, event)
    replay.step()
    if (lock === NONE) return
    if (kind === EVENT.acquire && replay.ownedSince[lock] !== since) {
      own.acquisitions += 1
      const figures = this.locks[lock] as Writable<LockMetrics>
      figures.acquisitions += 1
      if (hasWaited) figures.contended += 1
    }
    const isFreed = kind === EVENT.release && before !== NONE && replay.owner[lock] === NONE
    if (isFreed && thread !== 0 && replay.holds[before]?.length === 0) this.sections += 1
  }

  private endWait(thread: number, event: number): void {
    const { replay } = this
    if (replay.status[thread] !== STATUS.blocked) return
    const time = this.time(event) - this.time(replay.since[thread] as number)
    const figures = this.locks[replay.subject[thread] as number] as Writable<LockMetrics>
    figures.waitTotal += time
    figures.waitMaximum = Math.max(figures.waitMaximum, time)
    const own = this.threads[thread] as Writable<ThreadMetrics>
    own.blockedTime += time
  }

  private endHold(lock: number, event: number): void {
    const since = this.replay.ownedSince[lock] as number
    if (since === NONE) return
    const time = this.time(event) - this.time(since)
    const figures = this.locks[lock] as Writable<LockMetrics>
    figures.holdTotal += time
    figures.holdMaximum = Math.max(figures.holdMaximum, time)
  }

  private time(event: number): number {
    return this.trace.time[event] as number
  }
}
