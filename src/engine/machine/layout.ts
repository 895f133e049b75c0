/**
 * Where everything stands in a machine's memory, and the shape of every object. One memory is one array of 32-bit
 * words; a simulated and a live run use the same layout.
 *
 *   0 … 15            never used (so that no pointer looks like a constant)
 *   MACHINE           counters of the machine
 *   THREADS           one control block per thread, MAXIMUM_THREADS of them
 *   globals           one word per global variable of the program
 *   constants         objects of the program's constants
 *   chunks            handed to threads as arenas (objects) and stacks (frames), in order of request
 *
 * Nothing is ever moved or freed: an address names the same object for the whole run, which keeps traces readable,
 * makes stepping back exact and needs no collector. The heap bound ends a program that allocates without end.
 */
import { FIRST_ADDRESS } from './value'

/** Kinds of object, in the low 8 bits of the header. */
export const OBJECT = {
  float: 1,
  bigInteger: 2,
  string: 3,
  tuple: 4,
  list: 5,
  listStorage: 6,
  dict: 7,
  dictStorage: 8,
  set: 9,
  setStorage: 10,
  range: 11,
  iterator: 12,
  function: 13,
  boundMethod: 14,
  builtin: 15,
  module: 16,
  class: 17,
  instance: 18,
  exception: 19,
  lock: 20,
  rlock: 21,
  thread: 22,
  database: 23,
  slice: 24,
  dictView: 25,
  /** A synchronisation object that a description tells about; see primitives/. */
  primitive: 26,
  frozenSet: 27,
  bytes: 34,
  randomState: 48,
  cell: 40,
  generator: 41,
  property: 33,
  staticMethod: 28,
  classMethod: 29,
  super: 30,
  object: 31,
  traceback: 32,
  deque: 49,
  /** What `collections.namedtuple` answers; its values are tuples. */
  namedTupleType: 50,
  partial: 51,
} as const

export type ObjectKind = (typeof OBJECT)[keyof typeof OBJECT]

/**
 * Header of every object: kind | SHARED flag | size in words (header included) << SIZE_SHIFT.
 * SHARED is set once more than one thread can reach the object.
 */
export const SHARED = 1 << 8
export const SIZE_SHIFT = 9
export const MAXIMUM_OBJECT_WORDS = (1 << 22) - 1

/*
 * Fields, as offsets from the header:
 *   float          1 low word, 2 high word of the IEEE double
 *   bigInteger     1 sign (1 or -1), 2… magnitude in 32-bit limbs, least significant first, no leading zero limb
 *   string         1 length in code points, 2 hash, 3… one code point a word
 *   bytes          as string, one byte a word
 *   tuple          1 length, 2… items, named tuple: then its type
 *   partial        1 callable, 2 arguments (tuple), 3 keywords (dict)
 *   namedTupleType 1 name, 2 names of the fields, 3 defaults (tuples), 4 module, 5 is structure sequence (bool)
 *   list           1 length, 2 storage (pointer value, or UNBOUND when empty)
 *   listStorage    1 owner (pointer value: the list, or the storage that this one replaced), 2… items; capacity is
 *                  size - 2
 *   dict           1 number of entries, 2 storage or UNBOUND, defaultdict: 3 factory or None
 *   dictStorage    1 owner (as in listStorage), 2 entries appended so far (deleted ones included), 3 index table size (power of two),
 *                  4… index table (0 empty, -1 deleted, n+1 for entry n), then entries of 3 words: hash, key, value
 *                  (key UNBOUND: deleted; the key then stands in place of the value)
 *   set            1 number of members, 2 storage or UNBOUND, 3 table position where `pop` goes on looking
 *   setStorage     1 owner, 2 fill (members and dummies), 3 table size, 4… table of 2 words: hash, key;
 *                  then, where classes of the program hash, the high halves of the hashes
 *                  (key UNBOUND and hash 0: free; key UNBOUND and hash -1: dummy). The table and its probing are
 *                  CPython's, so that iteration order is too.
 *   frozenSet      as set
 *   range          1 start, 2 stop, 3 step (integer values), 4 length (number; -1: more than 30 bits)
 *   iterator       1 what is iterated, 2 position, 3 expected size (dict, set), 4 variety, 5 remaining (dict)
 *   slice          1 start, 2 stop, 3 step (values)
 *   dictView       1 dict, 2 which: 0 keys, 1 values, 2 items
 *   function       1 function index, 2 the names that `functools.wraps` gave it (tuple: name, qualified name) or UNBOUND,
 *                  3… default values, then those of parameters given by keyword only, then cells
 *   generator      1 function index, 2 state, 3 pc, 4 number of operands, 5… locals, then operands, while suspended
 *   cell           1 value or UNBOUND, 2 index of the function that owns the variable, 3 number of the local
 *   boundMethod    1 receiver, 2 callable (function or builtin)
 *   builtin        1 index into the table of built-ins
 *   module         1 index into the table of modules
 *   class          1 class index of the program, 2 base (class or builtin value) or UNBOUND, 3… members in the order of
 *                  ClassCode.members, then attributes it may be given later
 *   instance       1 class (pointer value), 2… slots in the order of ClassCode.instanceSlots
 *   exception      1 class (class or builtin value), 2 arguments (tuple value), 3 instruction that raised it + 1 (0: not
 *                  yet), 4 cause (exception value or None) or UNBOUND, 5… slots
 *   lock           1 state: 0 free, (thread + 1) << 1 held, + 1 when somebody may wait; 2 thread-independent serial
 *   rlock          as lock, 3 depth of re-entry
 *   deque          as list, 3 bound (integer value or None), 4 changes so far
 *   randomState    1 index of the next word, 2… 624 words (mersenneTwister.ts)
 *   thread         1 target, 2 arguments (tuple), 3 name (string), 4 thread number + 1 once started, 5 is daemon (0/1),
 *                  6 keywords (dict or None), 7 instruction that made it + 1, 8 class (class value) or
 *                  UNBOUND, 9 what it was given as (target, arguments, keywords), a tuple, once a `run` of the program
 *                  stands in their place, or UNBOUND, 10… slots
 *   property       1 getter, 2 setter or UNBOUND (function values)
 *   staticMethod   1 callable
 *   classMethod    1 callable
 *   super          1 class whose bases are looked through, 2 object or class
 *   object         nothing: what `object()` makes
 *   traceback      1 exception
 *   primitive      1 type: position in the language's list PRIMITIVES, 2 version (live), 3… as the type says
 *   database       1 path (string), 2 busy timeout in microseconds, 3 the object that holds the rows of this path
 *                  (itself for the first), 4 next in the chain, 5 writer's thread + 1 or 0, 6… rows of the model:
 *                  status, driver and kwh values for ids 1 … DATABASE_ROWS
 */

/** Offsets in the objects of the program's classes; `slots`: the first of the attributes. */
export const CLASS = { index: 1, base: 2, members: 3 } as const
export const INSTANCE = { class: 1, slots: 2 } as const
export const EXCEPTION = { class: 1, args: 2, raisedAt: 3, cause: 4, slots: 5 } as const
export const THREAD_OBJECT = { madeAt: 7, class: 8, given: 9, slots: 10 } as const

export const MAXIMUM_THREADS = 128

/** Words of the machine itself. */
export const MACHINE = {
  /** Address of the next free chunk. */
  nextChunk: FIRST_ADDRESS,
  /** Threads started so far, the main thread included: the next thread's number. */
  threadCount: FIRST_ADDRESS + 1,
  /** Threads that have not ended; accesses are steps only while this exceeds 1. */
  unfinishedCount: FIRST_ADDRESS + 2,
  /** Virtual time in microseconds, low 30 bits and the rest. */
  clockLow: FIRST_ADDRESS + 3,
  clockHigh: FIRST_ADDRESS + 4,
  /** 1 once the globals were published (a second thread was started). */
  isPublished: FIRST_ADDRESS + 5,
  /** Locks made so far: the serial number of the next. */
  lockCount: FIRST_ADDRESS + 6,
  /** Characters printed so far. */
  outputLength: FIRST_ADDRESS + 7,
  /** The first database object of a chain (pointer value), for sharing by path. */
  databases: FIRST_ADDRESS + 8,
  /** Seed of the run: what random numbers come from when the program gives no seed. */
  seed: FIRST_ADDRESS + 40,
  /** The generator of random numbers (pointer value), or UNBOUND before its first use. */
  generator: FIRST_ADDRESS + 41,
  /** Threads made without a name so far: CPython names them Thread-1, Thread-2, … */
  unnamedThreads: FIRST_ADDRESS + 9,
  /** The first thread pool of a chain (pointer value). */
  pools: FIRST_ADDRESS + 10,
  /** Thread pools made without a name for their threads so far. */
  unnamedPools: FIRST_ADDRESS + 11,
  /** 1 once the main thread has ended and told all thread pools. */
  arePoolsEnded: FIRST_ADDRESS + 12,
  /** The root of the loggers, which leads to the others (pointer value), or UNBOUND. */
  rootLogger: FIRST_ADDRESS + 13,
  /** What must hold after every step: each callable with the instruction that stated it (tuple value), or UNBOUND. */
  invariants: FIRST_ADDRESS + 14,
  /** What `sys.setswitchinterval` was told, in microseconds + 1; 0 before. */
  switchInterval: FIRST_ADDRESS + 15,
  /** What was printed so far, as the exploration numbers it; 0 elsewhere. */
  outputHistory: FIRST_ADDRESS + 47,
  /** What was accessed so far and who knows of it, as the exploration numbers it; 0 elsewhere. */
  accessHistory: FIRST_ADDRESS + 46,
} as const

const MACHINE_END = FIRST_ADDRESS + 48

/** Fields of a thread control block, as offsets from its address. */
export const THREAD = {
  /** 0 never started, THREAD_STATUS otherwise. */
  status: 0,
  pc: 1,
  /** Address of the current frame. */
  frame: 2,
  /** Address of the next free operand slot. */
  top: 3,
  stackStart: 4,
  stackEnd: 5,
  arenaNext: 6,
  arenaEnd: 7,
  /** The thread object (pointer value). */
  object: 8,
  /** What a suspended operation is in the middle of: WAIT, and its object or number. */
  waitKind: 9,
  waitObject: 10,
  /** Virtual time when a sleep or a timed wait is over. */
  dueLow: 11,
  dueHigh: 12,
  /** The exception value that ended the thread, or UNBOUND. */
  exception: 13,
  /** 1 once the wait in `waitKind` was found impossible to satisfy and traced as `block`. */
  isBlockTraced: 14,
  /** What the program answered to the operation at hand (list value), or UNBOUND; see answers.ts. */
  answers: 15,
  /** Containers whose representation waits for a method of the program (tuple value), or UNBOUND. */
  openContainers: 16,
  /** Of an operation on a primitive: the stage it has come to, and what earlier stages left for it. */
  stage: 17,
  stageData: 18,
  /** Index of the system method that waits in `primitive`. */
  waitOperation: 19,
} as const

export const THREAD_STATUS = { unused: 0, running: 1, finished: 2 } as const

export const WAIT = {
  none: 0,
  /** Waits for the lock `waitObject`, without a limit. */
  lock: 1,
  timedLock: 2,
  join: 3,
  timedJoin: 4,
  sleep: 5,
  /** Between begin and commit of a database write. */
  commit: 6,
  /** Waits for the other writer of a database, up to its busy timeout. */
  database: 7,
  /** Waits until the stage of `waitOperation` on the primitive `waitObject` can be carried out. */
  primitive: 8,
  timedPrimitive: 9,
} as const

export const THREAD_WORDS = 32
export const THREADS_START = MACHINE_END
export const GLOBALS_START = THREADS_START + MAXIMUM_THREADS * THREAD_WORDS

export function threadAddress(thread: number): number {
  return THREADS_START + thread * THREAD_WORDS
}

/** Charging points of a fresh database. */
export const DATABASE_ROWS = 4

export function globalAddress(global: number): number {
  return GLOBALS_START + global
}

/**
 * Header words of a frame: caller's frame address (0 for a thread's first), the pc of the calling instruction, and the
 * function index with what to do on return; locals follow, then operands.
 */
export const FRAME = { caller: 0, callPc: 1, function: 2, locals: 3 } as const

/** Low bits of FRAME.function. */
export const FUNCTION_MASK = 0xffff
/** On return the result is dropped: `__init__`, whose instance already lies below the frame. */
export const DISCARD_RESULT = 1 << 16
/** On return the result answers a question of the calling instruction, which is executed again (answers.ts). */
export const ANSWER = 1 << 17
/** On return the result is dropped. */
export const NO_RESULT = 1 << 18
/** With ANSWER: the answer is what the calling operation gives, if it can be; see ownOperations.ts. */
export const COMPLETES = 1 << 20
/** The frame of a generator, which lies right below it. */
export const GENERATOR = 1 << 19

/** Words of an ordinary arena chunk and of a thread's stack. */
export const CHUNK_WORDS = 4096
export const STACK_WORDS = 32768
