/** A synchronisation object of the standard library or of `cerrojo`, as a program names it. */
export interface PrimitiveEntry {
  readonly name: string
  /** The module that a program imports it from; undefined for an object that only another's method gives. */
  readonly module: 'threading' | 'queue' | 'concurrent.futures' | 'logging' | 'cerrojo' | undefined
  /** What messages call its type, where that is not its name. */
  readonly typeName?: string
  /** The primitive whose subclass it is in CPython. */
  readonly base?: string
  /** Methods that call nothing of the program back. */
  readonly methods: readonly string[]
  /** Methods that may run code of the program. */
  readonly callingMethods?: readonly string[]
}

const SIMPLE_QUEUE_METHODS = ['put', 'put_nowait', 'get', 'get_nowait', 'qsize', 'empty'] as const
const QUEUE_METHODS = [...SIMPLE_QUEUE_METHODS, 'full', 'task_done', 'join'] as const

/**
 * Stands here, not with the language, so that the workers of a live run do not load the parser with it.
 *
 * Every primitive that the machine knows by description: the one list of their names. Imports, constructors, types and
 * what may start a thread follow from it; what each does stands in engine/machine/primitives/<name>.ts. The position
 * in the list is the type's number in memory.
 */
export const PRIMITIVES = [
  { name: 'Semaphore', module: 'threading', methods: ['acquire', 'release'] },
  {
    name: 'BoundedSemaphore',
    module: 'threading',
    base: 'Semaphore',
    methods: ['acquire', 'release'],
  },
  { name: 'local', module: 'threading', typeName: '_thread._local', methods: [] },
  { name: 'Event', module: 'threading', methods: ['is_set', 'set', 'clear', 'wait'] },
  {
    name: 'Condition',
    module: 'threading',
    methods: ['acquire', 'release', 'wait', 'notify', 'notify_all'],
    callingMethods: ['wait_for'],
  },
  {
    name: 'Barrier',
    module: 'threading',
    methods: ['abort', 'reset', '_broken', '_passed'],
    callingMethods: ['wait'],
  },
  { name: 'Queue', module: 'queue', methods: QUEUE_METHODS },
  { name: 'LifoQueue', module: 'queue', base: 'Queue', methods: QUEUE_METHODS },
  {
    name: 'PriorityQueue',
    module: 'queue',
    base: 'Queue',
    methods: [...QUEUE_METHODS, '_gate', '_stored', '_taken', '_failed'],
  },
  {
    name: 'SimpleQueue',
    module: 'queue',
    typeName: '_queue.SimpleQueue',
    methods: SIMPLE_QUEUE_METHODS,
  },
  { name: 'AtomicInt', module: 'cerrojo', methods: ['get', 'add', 'compare_and_set'] },
  { name: 'Channel', module: 'cerrojo', methods: ['sendall', 'recv'] },
  { name: 'Topic', module: 'cerrojo', methods: ['send', 'poll', 'subscribe'] },
  { name: 'Subscription', module: undefined, methods: ['poll'] },
  { name: 'ReadWriteLock', module: 'cerrojo', methods: ['read', 'write'] },
  { name: 'ReadSide', module: undefined, methods: ['__enter__', '__exit__'] },
  { name: 'WriteSide', module: undefined, methods: ['__enter__', '__exit__'] },
  {
    name: 'Future',
    module: 'concurrent.futures',
    methods: [
      ...(['result', 'exception', 'done', 'running', 'cancelled'] as const),
      ...(['set_running_or_notify_cancel', '_attach', '_detach'] as const),
    ],
    callingMethods: ['cancel', 'add_done_callback', 'set_result', 'set_exception'],
  },
  {
    name: 'ThreadPoolExecutor',
    module: 'concurrent.futures',
    methods: ['__enter__', '_take', '_next', '_broke', '_exit'],
    callingMethods: ['submit', 'map', 'shutdown'],
  },
  {
    name: 'Logger',
    module: 'logging',
    methods: [
      ...(['debug', 'info', 'warning', 'error', 'critical', 'log'] as const),
      ...(['setLevel', 'getEffectiveLevel', 'isEnabledFor'] as const),
    ],
  },
] as const satisfies readonly PrimitiveEntry[]

export type PrimitiveName = (typeof PRIMITIVES)[number]['name']

/** Primitives that `module` offers. */
export function primitivesOf(module: string): readonly PrimitiveName[] {
  return PRIMITIVES.filter((entry: PrimitiveEntry) => entry.module === module).map(
    ({ name }) => name,
  )
}

/** Whether primitive `name` is `base` or derives from it, as `isinstance` sees it. */
export function isPrimitiveOf(name: string, base: string): boolean {
  for (let at: string | undefined = name; at !== undefined; at = entryOf(at)?.base) {
    if (at === base || entryOf(at)?.name === base) return true
  }
  return false
}

function entryOf(name: string): PrimitiveEntry | undefined {
  return PRIMITIVES.find((entry: PrimitiveEntry) => entry.name === name || entry.typeName === name)
}
