/**
 * Who waits for what, on shared words, so that the thread that closes a cycle knows it at once, without a watchdog.
 *
 * A thread publishes what it waits for, then follows lock → holder → what that one waits for, … A chain that returns to
 * it is a cycle of the wait-for graph (Holt 1972). Waits with a time limit end a chain: they end by themselves.
 *
 * Contract with the code that waits: a thread publishes before it sleeps and clears before it tries to take the lock.
 * So while an entry stands its thread neither takes nor releases anything.
 *
 * Publishing and the walk themselves are `publish` and `findCycle` of operations.ts.
 *
 * None is missed. Of the threads of a cycle one publishes last. Publishing is sequentially consistent; when the last has
 * published, the entries of the others stand and, their threads being blocked, will not change, nor will the holders of
 * the locks. Its walk therefore reads the whole cycle twice alike.
 *
 * None is invented. The walk reads everything, then reads everything again in the same order. Let t lie between the two.
 * Every entry was read before and after t with the same epoch (the number of the publication), so it stood at t. The
 * holder of each lock was read again after the first reading of that holder's own entry: at that moment it held the lock
 * and was blocked, so it took the lock before it blocked and, as it cannot take one while blocked, held it at t.
 *
 * Where threads release locks of others a cycle may still be broken by a running thread: there only `findStuck`, which
 * needs that nobody runs, is a proof.
 */
import {
  MACHINE,
  MAXIMUM_THREADS,
  THREAD,
  THREAD_STATUS,
  threadAddress,
  WAIT,
} from '../engine/machine'
import { CONTROL, WAIT_KIND_BITS, WAIT_RECORD, waitRecord } from './control'
import type { RunWords } from './runMemory'

export type WaitKind = (typeof WAIT)[keyof typeof WAIT]

const KIND_MASK = (1 << WAIT_KIND_BITS) - 1

export class WaitTable {
  /** What `findStuck` reads, kept between calls so that blocking allocates nothing. */
  private readonly path = new Int32Array(MAXIMUM_THREADS)
  private readonly epochs = new Int32Array(MAXIMUM_THREADS)
  private readonly waits = new Int32Array(MAXIMUM_THREADS)
  private readonly heap: Int32Array
  private readonly control: Int32Array

  /** One per worker, over the words of the run. */
  constructor(private readonly words: RunWords) {
    this.heap = words.heap
    this.control = words.control
  }

  /**
   * `thread` will wait. `object`: word of the lock's state or of the primitive's version, or the thread to be joined, else
   * 0. `seen`: that version when the thread could not go on.
   */
  publish(thread: number, kind: WaitKind, object: number, seen = 0): void {
    this.words.publish(thread, kind | (object << WAIT_KIND_BITS), seen, isUntimed(kind) ? 1 : 0)
  }

  clear(thread: number): void {
    const wait = waitRecord(thread) + WAIT_RECORD.wait
    if (isUntimed(kindOfWait(Atomics.load(this.control, wait)))) this.countStarted()
    Atomics.store(this.control, wait, 0)
  }

  /** A thread is about to be started; to be called before it can run. */
  countStarted(): void {
    Atomics.add(this.control, CONTROL.busyCount, 1)
  }

  /** A thread has finished; its control block says so. */
  countFinished(): void {
    Atomics.sub(this.control, CONTROL.busyCount, 1)
  }

  waitOf(thread: number): { readonly kind: WaitKind; readonly object: number } {
    const wait = Atomics.load(this.control, waitRecord(thread) + WAIT_RECORD.wait)
    return { kind: kindOfWait(wait), object: objectOfWait(wait) }
  }

  /**
   * The number of threads of the cycle through `thread`, which has published; 0 when there is none. They stand at the
   * beginning of its walk (`walkOf`): making a list of them would take longer than finding them. Cost: a few atomic reads
   * per thread of the chain.
   */
  findCycle(thread: number): number {
    return this.words.findCycle(thread)
  }

  /**
   * The waiting threads, in order, when nobody will ever run again: every thread has finished or waits without limit,
   * every lock waited for is held and every thread waited for unfinished. To be asked by whoever waits or finishes; the
   * last of them sees it. Undefined also when all have finished.
   */
  findStuck(): number[] | undefined {
    if (!this.isIdle()) return undefined
    const count = Atomics.load(this.heap, MACHINE.threadCount)
    let length = 0
    for (let thread = 0; thread < count; thread++) {
      if (this.isFinished(thread)) continue
      this.read(length, thread)
      if (!isUntimed(kindOfWait(this.waits[length] as number))) return undefined
      length++
    }
    // All of these stood at one moment if none has changed at the end; so nobody changed what is read in between.
    for (let i = 0; i < length; i++) if (!this.isHopeless(i)) return undefined
    for (let i = 0; i < length; i++) if (!this.isSame(i)) return undefined
    if (!this.isIdle() || length === 0) return undefined
    return Array.from(this.path.subarray(0, length))
  }

  /** Notifies every word that a thread of the run sleeps on. A thread about to sleep may miss it: repeat. */
  wakeAll(): void {
    for (let thread = 0; thread < MAXIMUM_THREADS; thread++) {
      const { kind, object } = this.waitOf(thread)
      if (kind === WAIT.none) continue
      if (isLock(kind) || isPrimitive(kind)) Atomics.notify(this.heap, object)
      else if (isJoin(kind)) Atomics.notify(this.heap, statusOf(object))
      else Atomics.notify(this.control, waitRecord(thread) + WAIT_RECORD.pillow)
    }
  }

  private read(at: number, thread: number): void {
    const record = waitRecord(thread)
    this.path[at] = thread
    this.epochs[at] = Atomics.load(this.control, record + WAIT_RECORD.epoch)
    this.waits[at] = Atomics.load(this.control, record + WAIT_RECORD.wait)
  }

  private isSame(at: number): boolean {
    const record = waitRecord(this.path[at] as number)
    return (
      Atomics.load(this.control, record + WAIT_RECORD.wait) === this.waits[at] &&
      Atomics.load(this.control, record + WAIT_RECORD.epoch) === this.epochs[at]
    )
  }

  /** Nobody but another thread can end the wait of entry `at`: a primitive is as it was when it was found blocked. */
  private isHopeless(at: number): boolean {
    const wait = this.waits[at] as number
    const object = objectOfWait(wait)
    if (kindOfWait(wait) === WAIT.primitive) {
      const seen = waitRecord(this.path[at] as number) + WAIT_RECORD.seen
      return Atomics.load(this.heap, object) === Atomics.load(this.control, seen)
    }
    if (kindOfWait(wait) === WAIT.lock) return Atomics.load(this.heap, object) !== 0
    return !this.isFinished(object)
  }

  private isFinished(thread: number): boolean {
    return Atomics.load(this.heap, statusOf(thread)) === THREAD_STATUS.finished
  }

  private isIdle(): boolean {
    return Atomics.load(this.control, CONTROL.busyCount) === 0
  }
}

/** Address of the word that tells whether `thread` has finished; joining threads sleep on it. */
export function statusOf(thread: number): number {
  return threadAddress(thread) + THREAD.status
}

function kindOfWait(wait: number): WaitKind {
  return (wait & KIND_MASK) as WaitKind
}

function objectOfWait(wait: number): number {
  return wait >>> WAIT_KIND_BITS
}

function isUntimed(kind: WaitKind): boolean {
  return kind === WAIT.lock || kind === WAIT.join || kind === WAIT.primitive
}

function isPrimitive(kind: WaitKind): boolean {
  return kind === WAIT.primitive || kind === WAIT.timedPrimitive
}

function isLock(kind: WaitKind): boolean {
  return kind === WAIT.lock || kind === WAIT.timedLock
}

function isJoin(kind: WaitKind): boolean {
  return kind === WAIT.join || kind === WAIT.timedJoin
}
