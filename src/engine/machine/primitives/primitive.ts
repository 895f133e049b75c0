/**
 * What a synchronisation primitive is: one description, carried out by both kernels. An operation is one or more stages.
 * A stage is an attempt on the words of its object: it is blocked and changes nothing, or it is carried out, whole,
 * while nobody else touches them. A simulation suspends a thread while its stage is blocked; a live kernel carries out
 * the same stage under the internal mutex and sleeps until the object's version changes. So they cannot differ.
 *
 * An operation has several stages where CPython's other threads can tell its parts apart: `Condition.wait` registers
 * and gives up its lock, then waits to be notified, then takes the lock again.
 */
import type { PendingWait } from '../pending'
import { THREAD, threadAddress } from '../layout'
import type { Objects } from '../objects'
import type { Memory } from '../memory'
import type { Processor } from '../processor'
import type { Value } from '../value'

export type Keywords = ReadonlyMap<string, Value>

/** Words of every primitive: its type (a position in PRIMITIVES), its version, then what the type says. */
export const PRIMITIVE = {
  type: 1,
  /** Live: changes with every operation that may have changed the object; waiting threads sleep on it. */
  version: 2,
  fields: 3,
} as const

/** Answer of a stage that is over while the operation is not. No value: the machine never uses address 5. */
export const NEXT = 10

/** Answer of an operation whose gate was shut meanwhile: it begins again. No value, as {@link NEXT}. */
export const AGAIN = 12

/** An operation with its arguments read. */
export interface Request {
  readonly object: number
  /** What the operation needs of its arguments, in its own order. */
  readonly args: readonly Value[]
  /** Microseconds; undefined waits without limit, 0 does not wait. */
  readonly timeout: number | undefined
}

export interface Stage {
  /** Whether `thread` cannot carry it out now. Reads words of the object and of the thread's control block only. */
  isBlocked?(p: Processor, object: number, thread: number): boolean
  /** Address of a lock that the stage takes first, waiting without limit. */
  lock?(p: Processor, object: number): number
  /** Carries it out: the operation's result, or NEXT. Traces what it did. @throws PythonError */
  run(p: Processor, request: Request): Value
  /** Absent: the timeout does not concern this stage. Carried out while blocked, when the time is over. */
  expire?(p: Processor, request: Request): Value
}

export interface Operation {
  readonly name: string
  /** What it was called before; CPython knows it still. */
  readonly formerName?: string
  /**
   * Reads the arguments. Changes nothing, and makes nothing if the first stage can be blocked.
   * @throws PythonError as CPython for arguments that do not fit
   */
  read(p: Processor, args: readonly Value[], keywords: Keywords): Omit<Request, 'object'>
  /** The time limit, from the one that was given and the object's own; absent: the one given. */
  limit?(p: Processor, object: number, given: number | undefined): number | undefined
  readonly stages: readonly [Stage, ...Stage[]]
  /** Comes first, and is waited for whatever the time limit: nobody is in the middle of an operation on the object. */
  readonly gate?: Operation
  /** True: never changes the object, so that nobody is woken. */
  readonly looks?: boolean
}

/** A method that only hands on to another object (the lock of a condition). */
export interface Delegate {
  readonly name: string
  call(p: Processor, object: number, args: readonly Value[], keywords: Keywords): Value
  pending?(
    p: Processor,
    object: number,
    args: readonly Value[],
    keywords: Keywords,
  ): PendingWait | undefined
}

export type PrimitiveMethod = Operation | Delegate

export interface PrimitiveType {
  /** Words behind PRIMITIVE.fields. */
  readonly words: number
  /** Values of the program that it holds: whoever reaches it reaches them. */
  parts?(memory: Memory, object: number): readonly Value[]
  /** The lock that is called like the primitive when nothing else leads to it. */
  ownLock?(memory: Memory, object: number): Value
  /** Fills a fresh object. @throws PythonError as CPython's constructor. */
  make(p: Processor, object: number, args: readonly Value[], keywords: Keywords): void
  readonly methods: readonly PrimitiveMethod[]
  /** Methods that entering and leaving a `with` call. */
  readonly context?: { readonly enter: string; readonly exit: string }
  /** The object whose version and place stand for this one's: a view of another. */
  root?(memory: Memory, object: number): number
  /** Attributes that are no methods. */
  attribute?(p: Processor, object: number, name: string): Value | undefined
  /** Stores it, or with UNBOUND deletes it; false when there is none. Absent: attributes are only read. */
  setAttribute?(p: Processor, object: number, name: string, value: Value): boolean
  /** Attributes are the running thread's own: reading them is no step. */
  readonly isThreadsOwn?: boolean
  /** `repr`; absent: `<module.Name object at 0x…>`. */
  text?(objects: Objects, object: number, at: string): string
}

export function isOperation(method: PrimitiveMethod): method is Operation {
  return 'stages' in method
}

/** What a stage left for the next ones of the same thread. */
export function stageData(p: Processor, thread = p.thread): number {
  return p.word(threadAddress(thread) + THREAD.stageData)
}

export function keepForNextStage(p: Processor, data: number): void {
  p.memory.write(threadAddress(p.thread) + THREAD.stageData, data)
}
