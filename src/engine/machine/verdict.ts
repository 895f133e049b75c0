/**
 * What can be said of a run that stands: read from the control blocks, which both kernels fill in. A cycle in the
 * wait-for graph alone proves a deadlock only where nobody outside it can free one of its locks (Program.releasesOnlyOwn)
 * or where nobody can run at all; anything else that stands is `stuck`. Semaphores count as locks of who has taken their
 * permits where every release gives back what its own thread has taken.
 */
import { createLineIndex } from '../../base'
import type { CycleEntry, Outcome, SourceLocation, ThreadPosition } from '../trace'
import { EVENT } from '../trace'
import type { Program } from '../bytecode'
import { exceptionName, exceptionText } from './classes'
import type { BrokenInvariant } from './invariantChecker'
import type { Labels } from './labels'
import { MACHINE, OBJECT, THREAD, threadAddress, THREAD_STATUS, WAIT } from './layout'
import type { Memory } from './memory'
import type { Objects } from './objects'
import { primitiveIndex } from './primitives'
import { PRIMITIVE } from './primitives/primitive'
import { EVENT_WORDS, type RawTrace } from './recorder'
import { canAcquire, ownerOf } from './simulatedKernel'
import { addressOf, UNBOUND } from './value'

function control(memory: Memory, thread: number, field: number): number {
  return memory.word(threadAddress(thread) + field)
}

/** The thread whose progress `thread` waits for without limit, or undefined. */
function waitsForThread(memory: Memory, thread: number): number | undefined {
  if (control(memory, thread, THREAD.status) !== THREAD_STATUS.running) return undefined
  const object = control(memory, thread, THREAD.waitObject)
  switch (control(memory, thread, THREAD.waitKind)) {
    case WAIT.lock:
      return canAcquire(memory, object, thread) ? undefined : ownerOf(memory, object)
    case WAIT.join:
      return control(memory, object, THREAD.status) === THREAD_STATUS.running ? object : undefined
    default:
      return undefined
  }
}

/** Threads of a cycle that `from` is part of or leads to, in waiting order, lowest number first; empty if none. */
export function waitCycle(memory: Memory, from: number): readonly number[] {
  // After nearly every step nobody is waited for.
  if (waitsForThread(memory, from) === undefined) return NO_CYCLE
  const path: number[] = []
  for (let at: number | undefined = from; at !== undefined; at = waitsForThread(memory, at)) {
    const seen = path.indexOf(at)
    if (seen >= 0) return rotated(path.slice(seen))
    path.push(at)
  }
  return NO_CYCLE
}

const NO_CYCLE: readonly number[] = []

function rotated(cycle: readonly number[]): number[] {
  const lowest = cycle.indexOf(Math.min(...cycle))
  return [...cycle.slice(lowest), ...cycle.slice(0, lowest)]
}

/** Unfinished threads, lowest number first. */
export function unfinishedThreads(memory: Memory): number[] {
  const count = memory.word(MACHINE.threadCount)
  return Array.from({ length: count }, (_, n) => n).filter(
    (n) => control(memory, n, THREAD.status) === THREAD_STATUS.running,
  )
}

/** The first cycle found from any unfinished thread. */
export function anyCycle(memory: Memory): readonly number[] {
  for (const thread of unfinishedThreads(memory)) {
    const cycle = waitCycle(memory, thread)
    if (cycle.length > 0) return cycle
  }
  return []
}

/** Everything needed to put a verdict into words. */
export interface Standing {
  readonly program: Program
  readonly objects: Objects
  readonly labels: Labels
  readonly raw: RawTrace
  readonly threadNames: readonly string[]
}

/** Addresses of the locks that each thread holds at the end, and of semaphores by permit, in order of acquisition. */
function heldAtEnd({ raw, threadNames, objects }: Standing): number[][] {
  const held: number[][] = threadNames.map(() => [])
  for (let i = 0; i < raw.length; i++) {
    const kind = (raw.words[i * EVENT_WORDS] as number) & 0x3f
    const object = raw.words[i * EVENT_WORDS + 1] as number
    const thread = raw.thread[i] as number
    if (kind === EVENT.acquire) held[thread]?.push(object)
    else if (kind === EVENT.release) releaseOne(held, thread, object)
    else if (kind !== EVENT.receive && kind !== EVENT.signal) continue
    else if (!isSemaphore(objects.memory, object)) continue
    else if (kind === EVENT.receive) held[thread]?.push(object)
    else {
      const permits = (raw.words[i * EVENT_WORDS + 2] as number) >> 1
      for (let n = 0; n < permits; n++) releaseOne(held, thread, object)
    }
  }
  return held
}

const SEMAPHORES: readonly number[] = [
  primitiveIndex('Semaphore'),
  primitiveIndex('BoundedSemaphore'),
]

function isSemaphore(memory: Memory, object: number): boolean {
  const isPrimitive = (memory.word(object) & 0xff) === OBJECT.primitive
  return isPrimitive && SEMAPHORES.includes(memory.word(object + PRIMITIVE.type))
}

/**
 * Threads of a cycle in which semaphores stand for locks, empty if there is none. A permit has no owner; but where every
 * release in the source gives back what its own thread has taken (`releasesOnlyOwn`), only who has taken one can give it.
 * Otherwise a semaphore may be a signal, which anybody gives: then waiting for one is being stuck.
 */
function permitCycle(standing: Standing): number[] {
  if (!standing.program.releasesOnlyOwn) return []
  const { memory } = standing.objects
  const held = heldAtEnd(standing)
  const waiting = unfinishedThreads(memory)
  const givers = (thread: number): readonly number[] => {
    const object = control(memory, thread, THREAD.waitObject)
    const isPermit =
      control(memory, thread, THREAD.waitKind) === WAIT.primitive && isSemaphore(memory, object)
    if (isPermit) return waiting.filter((other) => held[other]?.includes(object) === true)
    const owner = waitsForThread(memory, thread)
    return owner === undefined ? [] : [owner]
  }
  for (const thread of waiting) {
    const cycle = wayBack(thread, [thread], givers)
    if (cycle !== undefined) return rotated(cycle)
  }
  return []
}

/** The first way from the end of `path` along `next` that leads back to `start`. */
function wayBack(
  start: number,
  path: readonly number[],
  next: (thread: number) => readonly number[],
): readonly number[] | undefined {
  for (const other of next(path.at(-1) ?? start)) {
    if (other === start) return path
    if (path.includes(other)) continue
    const cycle = wayBack(start, [...path, other], next)
    if (cycle !== undefined) return cycle
  }
  return undefined
}

/** Any thread may release a Lock: the releasing thread's own entry goes first, else its holder's. */
function releaseOne(held: readonly number[][], thread: number, lock: number): void {
  const own = held[thread]
  const locks = own?.includes(lock) === true ? own : held.find((h) => h.includes(lock))
  locks?.splice(locks.lastIndexOf(lock), 1)
}

/** What the threads hold and wait for, in words. */
export function entries(standing: Standing, threads: readonly number[]): CycleEntry[] {
  const held = heldAtEnd(standing)
  const { memory } = standing.objects
  return threads.map((thread) => {
    const object = control(memory, thread, THREAD.waitObject)
    const kind = control(memory, thread, THREAD.waitKind)
    const isJoin = kind === WAIT.join || kind === WAIT.timedJoin
    const waitsFor = isJoin
      ? (standing.threadNames[object] ?? '?')
      : standing.labels.place(object).name
    const holds = [...new Set(held[thread])].map((lock) => standing.labels.place(lock).name)
    return { thread: standing.threadNames[thread] ?? '?', holds, waitsFor }
  })
}

/** 1-based line and column (in code points) of instruction `pc`. */
export function locationOf(program: Program, pc: number): SourceLocation {
  return createLineIndex(program.source).positionAt(program.spans[2 * pc] ?? 0)
}

/** Where the threads that have not ended stand. */
export function positions({ program, objects, threadNames }: Standing): ThreadPosition[] {
  const { memory } = objects
  return unfinishedThreads(memory).map((thread) => ({
    thread: threadNames[thread] ?? '?',
    location: locationOf(program, Math.max(0, control(memory, thread, THREAD.pc))),
  }))
}

/** The first exception that left a thread, as an outcome; undefined when none did. */
export function failure(standing: Standing): Outcome | undefined {
  const { raw, objects, program, threadNames } = standing
  for (let i = 0; i < raw.length; i++) {
    if (((raw.words[i * EVENT_WORDS] as number) & 0x3f) !== EVENT.end) continue
    const exception = raw.words[i * EVENT_WORDS + 2] as number
    if (exception === UNBOUND) continue
    const pc = objects.memory.word(addressOf(exception) + 3) - 1
    return {
      kind: exceptionName(objects, exception) === 'AssertionError' ? 'assertion' : 'exception',
      thread: threadNames[raw.thread[i] as number] ?? '?',
      message: exceptionText(objects, exception),
      location: locationOf(program, Math.max(0, pc)),
    }
  }
  return undefined
}

/** What the invariants came to, as an outcome; `thread` made the step before. */
export function broken(
  program: Program,
  invariant: BrokenInvariant | undefined,
  thread: string,
): Outcome | undefined {
  if (invariant === undefined) return undefined
  const location = locationOf(program, invariant.pc)
  if (invariant.kind !== 'limit') {
    return { kind: invariant.kind, thread, message: invariant.message, location }
  }
  const { code, limit, subject: name } = invariant.error
  return { kind: 'limit', code, limit, name, location }
}

/** The outcome of a run in which nobody can go on: finished, failed, deadlocked or stuck. */
export function standstill(standing: Standing): Outcome {
  const failed = failure(standing)
  if (failed !== undefined) return failed
  const { memory } = standing.objects
  const waiting = unfinishedThreads(memory)
  if (waiting.length === 0) return { kind: 'finished' }
  const ownCycle = anyCycle(memory)
  const cycle = ownCycle.length > 0 ? ownCycle : permitCycle(standing)
  return cycle.length > 0
    ? { kind: 'deadlock', cycle: entries(standing, cycle) }
    : { kind: 'stuck', waiting: entries(standing, waiting) }
}
