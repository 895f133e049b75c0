/**
 * The one table of operations: read by the compiler, the interpreter, the disassembler and the documentation.
 *
 * One instruction is one 32-bit word: operation in the low 8 bits, unsigned argument in the high 24. The machine is a
 * stack machine; `a b -- c` reads: pops b, then a, pushes c (rightmost is the top of the stack).
 * `argument` says what the 24 bits mean. `visible` says that the operation may be a step of its own (language §1):
 * the interpreter asks at run time whether the object concerned can be reached by more than one thread.
 */
import type { LoadedModule } from '../language'

export const OPERATIONS = {
  // Stack and names
  loadConstant: { code: 1, argument: 'constant', effect: '-- value', visible: false },
  loadLocal: {
    code: 2,
    argument: 'local',
    effect: '-- value (UnboundLocalError when unset)',
    visible: false,
  },
  storeLocal: { code: 3, argument: 'local', effect: 'value --', visible: false },
  deleteLocal: { code: 4, argument: 'local', effect: '--', visible: false },
  loadGlobal: {
    code: 5,
    argument: 'global',
    effect: '-- value (NameError when unset)',
    visible: true,
  },
  storeGlobal: { code: 6, argument: 'global', effect: 'value --', visible: true },
  deleteGlobal: { code: 7, argument: 'global', effect: '--', visible: true },
  pop: { code: 8, argument: 'none', effect: 'value --', visible: false },
  duplicate: { code: 9, argument: 'none', effect: 'a -- a a', visible: false },
  duplicateTwo: { code: 10, argument: 'none', effect: 'a b -- a b a b', visible: false },
  rotateTwo: { code: 11, argument: 'none', effect: 'a b -- b a', visible: false },
  rotateThree: { code: 12, argument: 'none', effect: 'a b c -- c a b', visible: false },

  // Attributes, elements
  loadAttribute: { code: 13, argument: 'symbol', effect: 'object -- value', visible: true },
  storeAttribute: { code: 14, argument: 'symbol', effect: 'value object --', visible: true },
  deleteAttribute: { code: 15, argument: 'symbol', effect: 'object --', visible: true },
  loadItem: { code: 16, argument: 'none', effect: 'container key -- value', visible: true },
  storeItem: { code: 17, argument: 'none', effect: 'value container key --', visible: true },
  deleteItem: { code: 18, argument: 'none', effect: 'container key --', visible: true },
  /** A slice of list, tuple or string; an absent bound is None on the stack. */
  loadSlice: {
    code: 19,
    argument: 'none',
    effect: 'object start stop step -- value',
    visible: true,
  },

  // Operators (argument: index into BINARY, UNARY or COMPARE below)
  unary: { code: 20, argument: 'unary', effect: 'a -- result', visible: false },
  binary: { code: 21, argument: 'binary', effect: 'a b -- result', visible: true },
  /** As `binary`, but a list on the left is extended in place, as `+=` does. */
  inPlace: { code: 22, argument: 'binary', effect: 'a b -- result', visible: true },
  /** `in` / `not in` on a shared container, and comparisons of shared containers, are visible. */
  compare: { code: 23, argument: 'compare', effect: 'a b -- result', visible: true },

  // Control
  jump: { code: 30, argument: 'target', effect: '--', visible: false },
  jumpIfFalse: { code: 31, argument: 'target', effect: 'value --', visible: true },
  jumpIfTrue: { code: 32, argument: 'target', effect: 'value --', visible: true },
  /** Keeps the value when it jumps, pops it when it falls through: `and`. */
  jumpIfFalseOrPop: { code: 33, argument: 'target', effect: 'value -- value | --', visible: true },
  jumpIfTrueOrPop: { code: 34, argument: 'target', effect: 'value -- value | --', visible: true },
  getIterator: { code: 35, argument: 'none', effect: 'iterable -- iterator', visible: true },
  /** Pushes the next item above the iterator, or pops the iterator and jumps when there is none. */
  forIteration: {
    code: 36,
    argument: 'target',
    effect: 'iterator -- iterator item | --',
    visible: true,
  },
  return: { code: 37, argument: 'none', effect: 'value --', visible: false },
  raise: { code: 38, argument: 'none', effect: 'exception --', visible: false },
  raiseFrom: { code: 40, argument: 'none', effect: 'exception cause --', visible: false },
  /** Pops the type (class or tuple) and tests the exception below, which stays. */
  matchException: {
    code: 39,
    argument: 'none',
    effect: 'exception type -- exception bool',
    visible: false,
  },

  // Building
  buildList: { code: 45, argument: 'count', effect: 'items… -- list', visible: false },
  buildTuple: { code: 46, argument: 'count', effect: 'items… -- tuple', visible: false },
  buildSet: { code: 47, argument: 'count', effect: 'items… -- set', visible: false },
  /**
   * A set display of constants, which CPython makes as a frozen set first: the order of its members may differ.
   */
  buildConstantSet: { code: 52, argument: 'count', effect: 'items… -- set', visible: false },
  /** The same where only a `for` sees it: CPython then iterates over the frozen set itself. */
  buildFrozenSet: { code: 53, argument: 'count', effect: 'items… -- set', visible: false },
  /** `count` pairs, key below value. */
  buildDict: { code: 48, argument: 'count', effect: 'keys and values… -- dict', visible: false },
  /** An absent bound is None. */
  buildSlice: { code: 54, argument: 'none', effect: 'start stop step -- slice', visible: false },
  buildString: { code: 49, argument: 'count', effect: 'strings… -- string', visible: false },
  /** Argument: conversion 0 none, 1 s, 2 r, 3 a; plus 4 when a specification string is on top. */
  formatValue: {
    code: 50,
    argument: 'format',
    effect: 'value [specification] -- string',
    visible: true,
  },
  /** Pushes the items so that the first is on top. */
  unpackSequence: { code: 51, argument: 'count', effect: 'iterable -- items…', visible: true },

  // Calls
  /** Pushes the function (or builtin method) and its receiver; a plain attribute value gets receiver UNBOUND. */
  loadMethod: {
    code: 60,
    argument: 'symbol',
    effect: 'object -- callable receiver',
    visible: true,
  },
  /** The counterpart of `loadMethod`: callable, receiver (or UNBOUND), then `count` arguments. */
  callMethod: {
    code: 61,
    argument: 'count',
    effect: 'callable receiver args… -- result',
    visible: true,
  },
  call: { code: 62, argument: 'count', effect: 'callable args… -- result', visible: true },
  /** As `callMethod` for calls with keywords: the top is a tuple constant of names; the last values belong to them. */
  callKeyword: {
    code: 63,
    argument: 'count',
    effect: 'callable receiver args… names -- result',
    visible: true,
  },
  /** One value for each parameter with a default, in order (those by keyword only last), then the cells it takes. */
  makeFunction: { code: 64, argument: 'function', effect: 'parts… -- function', visible: false },
  /** The value of the base, if there is one, then those of ClassCode.members in their order. */
  makeClass: {
    code: 65,
    argument: 'class',
    effect: 'members… -- class',
    visible: false,
  },
  /** What `super()` is in a method of the class. */
  makeSuper: { code: 68, argument: 'class', effect: 'object -- super', visible: false },
  /** Argument: index into MODULES. */
  loadModule: { code: 66, argument: 'module', effect: '-- module', visible: false },
  /** The receiver of a plain callee in a call with keywords. */
  pushUnbound: { code: 67, argument: 'none', effect: '-- UNBOUND', visible: false },

  // Variables that functions share: the local holds a cell
  loadCell: {
    code: 80,
    argument: 'local',
    effect: '-- value (NameError when unset)',
    visible: true,
  },
  storeCell: { code: 81, argument: 'local', effect: 'value --', visible: true },
  deleteCell: { code: 82, argument: 'local', effect: '--', visible: true },
  /** Puts the local's value, if any, into a new cell, and the cell into the local. */
  makeCell: { code: 83, argument: 'local', effect: '--', visible: false },
  /** As `loadCell` where nothing can be unordered: see `NameScope` of the tree. */
  loadQuietCell: { code: 84, argument: 'local', effect: '-- value', visible: false },

  // Building piece by piece (argument: index into COLLECTIONS)
  append: {
    code: 85,
    argument: 'collection',
    effect: 'container value -- container',
    visible: false,
  },
  extend: {
    code: 86,
    argument: 'collection',
    effect: 'container iterable -- container',
    visible: true,
  },
  appendPair: { code: 87, argument: 'none', effect: 'dict key value -- dict', visible: false },
  /** `**value` of a call: the callable is below, for messages. */
  extendKeywords: {
    code: 88,
    argument: 'none',
    effect: 'dict mapping -- dict',
    visible: true,
  },
  toTuple: { code: 89, argument: 'none', effect: 'list -- tuple', visible: false },
  /** As `unpackSequence` with a list of the rest: argument is the targets before it, then (from bit 12) behind it. */
  unpackStarred: { code: 90, argument: 'count', effect: 'iterable -- items…', visible: true },
  /** Positional arguments in a list, keywords in a dict (UNBOUND without any). */
  callVariable: {
    code: 91,
    argument: 'none',
    effect: 'callable receiver args dict -- result',
    visible: true,
  },
  /** Answers the next item of a generator; goes on behind it. */
  yield: { code: 92, argument: 'none', effect: 'value --', visible: false },

  // with
  /** `__enter__`: acquires a lock, a step of its own and blocking; pushes what `as` binds. */
  enterContext: { code: 70, argument: 'none', effect: 'context -- value', visible: true },
  /** `__exit__`: releases. */
  exitContext: { code: 71, argument: 'none', effect: 'context --', visible: true },
  /** `__exit__` on the way of an exception; what it answers decides whether that goes on. */
  exitContextByError: {
    code: 72,
    argument: 'none',
    effect: 'exception context -- exception result',
    visible: true,
  },
} as const

export type OperationName = keyof typeof OPERATIONS
export type ArgumentKind = (typeof OPERATIONS)[OperationName]['argument']

/** Containers that `append` and `extend` fill. */
export const COLLECTIONS = ['list', 'set', 'dict', 'arguments'] as const

export const UNARY = ['-', '+', '~', 'not'] as const
export const BINARY = ['+', '-', '*', '/', '//', '%', '**', '&', '|', '^', '<<', '>>'] as const
export const COMPARE = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'] as const

/**
 * The modules a program may import; `loadModule`'s argument is an index into this list. The list of the language is not
 * imported: with it would come the parser, into every worker of a live run.
 */
export const MODULES = [
  'threading',
  'queue',
  'time',
  'cerrojo',
  'math',
  'random',
  'collections',
  'sys',
  'sys.stdout',
  'sys.stderr',
  'itertools',
  'functools',
  'logging',
  'concurrent',
  'concurrent.futures',
  'dataclasses',
] as const satisfies readonly LoadedModule[]

export const MAXIMUM_ARGUMENT = 0xffffff

/** One instruction word. */
export function encodeInstruction(operation: OperationName, argument: number): number {
  return OPERATIONS[operation].code | (argument << 8)
}
