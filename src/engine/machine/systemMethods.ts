/**
 * Methods of locks, threads, the charging database and the primitives, in one table. Their indices follow those of the
 * types in objects/. Each says itself what a thread that stands before it will wait for.
 */
import { groupBy } from '../../base'
import { EVENT } from '../trace'
import { FORMER_THREAD_METHODS } from './formerThreadMethods'
import { rowsOf } from './databaseModel'
import type { DatabaseCall } from './kernel'
import { acquireTimeout, joinTimeout, pendingAcquire, waitOf } from './locks'
import { OBJECT, THREAD, threadAddress, WAIT } from './layout'
import { isTimer, KIND, kindOf, makeDict, METHODS } from './objects'
import type { PendingWait } from './pending'
import { SUSPENDED } from './kernel'
import {
  AGAIN,
  bindParameters,
  isOperation,
  PRIMITIVE,
  PRIMITIVE_TYPES,
  type Operation,
  type PrimitiveMethod,
  type Request,
  type Stage,
} from './primitives'
import type { Processor } from './processor'
import { publishInto } from './publish'
import { PythonError } from './pythonError'
import { timerAttribute } from './timer'
import { RoutineNeeded } from './routineNeeded'
import { threadParts } from './threadArguments'
import {
  takeGiven,
  initialiseThread,
  isUnfinished,
  joinTarget,
  requireInitialised,
  startThread,
  threadNumber,
} from './threads'
import { addressOf, fromAddress, fromBoolean, NONE, type Value } from './value'

type Keywords = ReadonlyMap<string, Value>

interface SystemMethod {
  readonly kind: number
  /** Position in PRIMITIVES of the type it belongs to. */
  readonly type?: number
  readonly name: string
  /** A value, or SUSPENDED. */
  call(p: Processor, receiver: number, args: readonly Value[], keywords: Keywords): Value
  /** What the call will wait for, undefined when it cannot block. Changes nothing. @throws PythonError */
  pending?(
    p: Processor,
    receiver: number,
    args: readonly Value[],
    keywords: Keywords,
  ): PendingWait | undefined
  readonly operation?: Operation
  /** False for what no other thread can tell the time of. */
  readonly isStep?: false
}

const lockMethods = (kind: typeof OBJECT.lock | typeof OBJECT.rlock): SystemMethod[] => [
  {
    kind,
    name: 'acquire',
    call: (p, lock, args, keywords) => p.kernel.acquire(p, lock, acquireTimeout(p, args, keywords)),
    pending: pendingAcquire,
  },
  {
    kind,
    name: 'release',
    call: (p, lock, args) => {
      none('release', args)
      p.kernel.release(p, lock)
      return NONE
    },
  },
]

const databaseMethod = (name: DatabaseCall, count: number): SystemMethod => ({
  kind: OBJECT.database,
  name,
  call(p, database, args, keywords) {
    if (args.length !== count || keywords.size > 0) {
      throw new PythonError(
        'TypeError',
        `${name}() takes ${String(count)} positional argument${count === 1 ? '' : 's'} but ${String(args.length)} were given`,
      )
    }
    return p.kernel.callDatabase(p, database, name, args)
  },
  pending(p, database) {
    const timeout = p.word(database + 2)
    if (count !== 2 || timeout === 0) return undefined
    return { kind: WAIT.database, object: rowsOf(p, database), timeout }
  },
})

const primitiveMethods = (methods: readonly PrimitiveMethod[], type: number): SystemMethod[] =>
  methods.map((method) => {
    if (!isOperation(method)) return { kind: OBJECT.primitive, type, ...method }
    const { name } = method
    return {
      kind: OBJECT.primitive,
      type,
      name,
      operation: method,
      call(p, object, args, keywords) {
        const request = requestOf(p, method, object, args, keywords)
        for (const arg of request.args) publishInto(p, fromAddress(object), arg)
        return operateBehindGate(p, type, method, request)
      },
      pending(p, object, args, keywords) {
        const gate = shutGate(p, object, method)
        if (gate !== undefined) {
          const index = primitiveMethodIndex(type, gate.name)
          return { kind: WAIT.primitive, object, timeout: undefined, method: index }
        }
        const [stage] = method.stages
        if (stage.isBlocked === undefined) return undefined
        const { timeout } = requestOf(p, method, object, args, keywords)
        const limit = stage.expire === undefined ? undefined : timeout
        const wait = waitOf(limit, object, WAIT.primitive, WAIT.timedPrimitive)
        return wait && { ...wait, method: primitiveMethodIndex(type, name) }
      },
    }
  })

/** The gate of an operation while another thread is behind it. */
function shutGate(p: Processor, object: number, { gate }: Operation): Operation | undefined {
  return gate?.stages[0].isBlocked?.(p, object, p.thread) === true ? gate : undefined
}

/** A value, or SUSPENDED. */
function operateBehindGate(p: Processor, type: number, method: Operation, request: Request): Value {
  const operate = (operation: Operation, given: Request): Value =>
    p.kernel.operate(p, operation, primitiveMethodIndex(type, operation.name), given)
  for (;;) {
    const { object } = request
    const gate = shutGate(p, object, method)
    const passed = gate && operate(gate, { object, args: [], timeout: undefined })
    if (passed === SUSPENDED) return SUSPENDED
    const result = operate(method, request)
    if (result !== AGAIN) return result
  }
}

function requestOf(
  p: Processor,
  operation: Operation,
  object: number,
  args: readonly Value[],
  keywords: Keywords,
): Request {
  const read = operation.read(p, args, keywords)
  const timeout =
    operation.limit === undefined ? read.timeout : operation.limit(p, object, read.timeout)
  return { object, args: read.args, timeout }
}

const SYSTEM_METHODS: readonly SystemMethod[] = [
  ...lockMethods(OBJECT.lock),
  {
    kind: OBJECT.lock,
    name: 'locked',
    call: (p, lock, args) => {
      none('locked', args)
      const isHeld = p.word(lock + 1) !== 0
      p.trace(EVENT.read, lock, fromBoolean(isHeld))
      return fromBoolean(isHeld)
    },
  },
  ...lockMethods(OBJECT.rlock),
  {
    kind: OBJECT.thread,
    name: '__init__',
    isStep: false,
    call(p, thread, args, keywords) {
      initialiseThread(p, thread, threadParts(p, args, keywords))
      return NONE
    },
  },
  {
    kind: OBJECT.thread,
    name: 'run',
    isStep: false,
    call(p, thread) {
      const [target = NONE, args = NONE, keywords = NONE] = takeGiven(p, thread)
      const options = keywords === NONE ? makeDict(p.objects) : keywords
      throw new RoutineNeeded('run', [target, args, options])
    },
  },
  { kind: OBJECT.thread, name: 'start', call: (p, thread) => startThread(p, thread) },
  {
    kind: OBJECT.thread,
    name: 'join',
    call: (p, thread, args, keywords) =>
      p.kernel.join(p, joinTarget(p, thread), joinTimeout(p, args, keywords)),
    pending(p, thread, args, keywords) {
      const number = threadNumber(p, thread)
      if (number === undefined || number === p.thread) return undefined
      return waitOf(joinTimeout(p, args, keywords), number, WAIT.join, WAIT.timedJoin)
    },
  },
  ...FORMER_THREAD_METHODS.map(
    (method) => ({ kind: OBJECT.thread, isStep: false, ...method }) as const,
  ),
  { kind: OBJECT.thread, name: 'cancel', call: cancelTimer },
  {
    kind: OBJECT.thread,
    name: 'is_alive',
    call: (p, thread) => {
      requireInitialised(p, thread)
      const number = threadNumber(p, thread)
      return fromBoolean(number !== undefined && isUnfinished(p, number))
    },
  },
  databaseMethod('update_cp_status', 2),
  databaseMethod('add_kwh', 2),
  databaseMethod('set_kwh', 2),
  databaseMethod('get_cp', 1),
  databaseMethod('get_all_cps', 0),
  ...PRIMITIVE_TYPES.flatMap(({ methods }, type) => primitiveMethods(methods, type)),
]

const FIRST = METHODS.length

/** For each kind (of primitives: type) the index of each name. Asked at every call: no text is put together. */
const INDICES = groupBy(
  SYSTEM_METHODS.flatMap((method, at) => {
    const { name, operation } = method
    const names = operation?.formerName === undefined ? [name] : [name, operation.formerName]
    return names.map((known) => ({ group: groupOf(method.kind, method.type), name: known, at }))
  }),
  ({ group }) => group,
)

const INDEX: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map(
  [...INDICES].map(([group, methods]) => [
    group,
    new Map(methods.map(({ name, at }) => [name, FIRST + at])),
  ]),
)

/** One number for a kind, and for the type of a primitive. */
function groupOf(kind: number, type = -1): number {
  return kind * (PRIMITIVE_TYPES.length + 1) + type + 1
}

function indexOf(name: string, kind: number, type?: number): number | undefined {
  return INDEX.get(groupOf(kind, type))?.get(name)
}

/** Index of method `name` of `receiver`, or undefined. */
export function systemMethodIndex(p: Processor, receiver: Value, name: string): number | undefined {
  const kind = kindOf(p.memory, receiver)
  if (kind === KIND.primitive) {
    const index = primitiveMethodIndex(p.word(addressOf(receiver) + PRIMITIVE.type), name)
    return index < 0 ? undefined : index
  }
  if (kind === KIND.thread && name === 'cancel' && !isTimer(p.objects, receiver)) return undefined
  return indexOf(name, kind)
}

/** As `systemMethodIndex`, or -1, for the primitive type at position `type`. */
function primitiveMethodIndex(type: number, name: string): number {
  return indexOf(name, OBJECT.primitive, type) ?? -1
}

/** Index of the method `name` of a built-in type whose objects the machine makes; `undefined` for any other. */
export function systemTypeMethodIndex(typeName: string, name: string): number | undefined {
  return typeName === 'Thread' ? indexOf(name, OBJECT.thread) : undefined
}

/** Whether `receiver` is of the kind whose method `index` is. */
export function isOfSystemMethod(p: Processor, index: number, receiver: Value): boolean {
  return kindOf(p.memory, receiver) === SYSTEM_METHODS[index - FIRST]?.kind
}

/** Whether a call of method `index` is a step of its own. */
export function isStepMethod(index: number): boolean {
  return index >= FIRST && SYSTEM_METHODS[index - FIRST]?.isStep !== false
}

export function isSystemMethod(index: number): boolean {
  return index >= FIRST
}

/** Name of system method `index`. */
export function systemMethodName(index: number): string {
  return SYSTEM_METHODS[index - FIRST]?.name ?? ''
}

export function callSystemMethod(
  p: Processor,
  index: number,
  receiver: Value,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  const method = SYSTEM_METHODS[index - FIRST]
  if (method === undefined) throw new PythonError('TypeError', 'unknown method')
  return method.call(p, addressOf(receiver), args, keywords)
}

/** Nothing is called any more, unless it is being called already. */
function cancelTimer(
  p: Processor,
  thread: number,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  bindParameters('Timer.cancel', [], args, keywords)
  const finished = timerAttribute(p, thread, 'finished') ?? NONE
  return callSystemMethod(p, systemMethodIndex(p, finished, 'set') ?? 0, finished, [], NO_KEYWORDS)
}

const NO_KEYWORDS: Keywords = new Map()

/** What a call of method `index` would wait for; undefined also for one that is no system method. */
export function pendingMethod(
  p: Processor,
  index: number,
  call: { readonly receiver: Value; readonly args: readonly Value[]; readonly keywords: Keywords },
): PendingWait | undefined {
  const method = SYSTEM_METHODS[index - FIRST]
  return method?.pending?.(p, addressOf(call.receiver), call.args, call.keywords)
}

/** The stage of a primitive's operation that `thread` waits in. */
function waitingStage(p: Processor, thread: number): Stage | undefined {
  const control = threadAddress(thread)
  const method = SYSTEM_METHODS[p.word(control + THREAD.waitOperation) - FIRST]
  return method?.operation?.stages[p.word(control + THREAD.stage)]
}

/** Whether the stage that `thread` waits in cannot be carried out yet. */
export function isStageBlocked(p: Processor, thread: number): boolean {
  const object = p.word(threadAddress(thread) + THREAD.waitObject)
  return waitingStage(p, thread)?.isBlocked?.(p, object, thread) === true
}

function none(name: string, args: readonly Value[]): void {
  if (args.length > 0) {
    throw new PythonError(
      'TypeError',
      `${name}() takes no arguments (${String(args.length)} given)`,
    )
  }
}
