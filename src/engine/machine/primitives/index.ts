/** The registry of primitives: what each name of the language's list does. */
import { PRIMITIVES, type PrimitiveName } from '../../../base'
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import type { Processor } from '../processor'
import { fromAddress, type Value } from '../value'
import { atomicInt } from './atomicInt'
import { channel } from './channel'
import { future } from './future'
import { local } from './local'
import { logger } from './logger'
import { threadPoolExecutor } from './threadPoolExecutor'
import { readSide, readWriteLock, writeSide } from './readWriteLock'
import { subscription, topic } from './topic'
import { barrier } from './barrier'
import { condition } from './condition'
import { event } from './event'
import { PRIMITIVE, type Keywords, type PrimitiveType } from './primitive'
import { lifoQueue, priorityQueue, queue, simpleQueue } from './queue'
import { boundedSemaphore, semaphore } from './semaphore'

const TYPES: Readonly<Record<PrimitiveName, PrimitiveType>> = {
  Semaphore: semaphore,
  BoundedSemaphore: boundedSemaphore,
  Event: event,
  local,
  Condition: condition,
  Barrier: barrier,
  Queue: queue,
  LifoQueue: lifoQueue,
  PriorityQueue: priorityQueue,
  SimpleQueue: simpleQueue,
  AtomicInt: atomicInt,
  Channel: channel,
  Topic: topic,
  Subscription: subscription,
  ReadWriteLock: readWriteLock,
  ReadSide: readSide,
  WriteSide: writeSide,
  Logger: logger,
  Future: future,
  ThreadPoolExecutor: threadPoolExecutor,
}

/** The types in the order of PRIMITIVES. */
export const PRIMITIVE_TYPES: readonly PrimitiveType[] = PRIMITIVES.map(({ name }) => TYPES[name])

/** The type of the primitive at `address`. */
export function primitiveTypeAt(memory: Memory, address: number): PrimitiveType {
  return PRIMITIVE_TYPES[memory.word(address + PRIMITIVE.type)] as PrimitiveType
}

/** The position of primitive `name` in PRIMITIVES. */
export function primitiveIndex(name: PrimitiveName): number {
  return PRIMITIVES.findIndex((entry) => entry.name === name)
}

/** A new primitive of `type` (a position in PRIMITIVES). @throws PythonError as its constructor */
export function makePrimitive(
  p: Processor,
  type: number,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  const description = PRIMITIVE_TYPES[type] as PrimitiveType
  const object = p.memory.allocate(OBJECT.primitive, PRIMITIVE.fields + description.words)
  p.memory.write(object + PRIMITIVE.type, type)
  description.make(p, object, args, keywords)
  return fromAddress(object)
}

/** The object whose version and place stand for the one at `object`. */
export function rootOf(memory: Memory, object: number): number {
  return primitiveTypeAt(memory, object).root?.(memory, object) ?? object
}

export { operationName } from './operationNames'
export { bindParameters } from './parameters'
export { callLogging, isLoggingFunction } from './logger'
export { endPools } from './threadPoolExecutor'
export {
  isOperation,
  AGAIN,
  NEXT,
  PRIMITIVE,
  type Delegate,
  type Operation,
  type PrimitiveMethod,
  type PrimitiveType,
  type Request,
  type Stage,
} from './primitive'
