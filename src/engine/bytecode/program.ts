import type { MethodBinding } from '../language'
import type { RoutineName } from './routines'

/** An immutable value written into every memory of the program before it starts. */
export type Constant =
  | { readonly type: 'none' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: readonly number[] }
  | { readonly type: 'tuple'; readonly items: readonly Constant[] }
  /** A built-in function, type or exception class by its Python name (`print`, `int`, `ValueError`). */
  | { readonly type: 'builtin'; readonly name: string }

/** A range of code whose exceptions go to `handler`, as CPython 3.11's exception table. Inner entries come first. */
export interface ExceptionEntry {
  readonly from: number
  readonly to: number
  readonly handler: number
  /** Operand stack depth to restore, above the locals; the exception is pushed on it. */
  readonly depth: number
}

export interface FunctionCode {
  readonly name: string
  /** `Account.deposit` for a method, the plain name otherwise, `<module>` for the module body. */
  readonly qualifiedName: string
  /** Positional ones, then those given by keyword only, then `*args` and `**options`. */
  readonly parameters: readonly string[]
  /** How many parameters may be given by position, and how many of those by position only. */
  readonly positionalCount: number
  readonly positionalOnlyCount: number
  readonly keywordOnlyCount: number
  readonly isVariadic: boolean
  readonly takesKeywords: boolean
  /** How many of the last positional parameters have defaults. */
  readonly defaultCount: number
  /** Which parameters given by keyword only have defaults; their values stand behind the others. */
  readonly keywordDefaults: readonly string[]
  /** A call makes a generator. */
  readonly isGenerator: boolean
  /** Locals that hold cells of functions outside: their first index and their number. */
  readonly freeStart: number
  readonly freeCount: number
  /** Parameters first, then other locals, then cells of functions outside, then hidden ones (names start with `.`). */
  readonly locals: readonly string[]
  /** Highest operand stack depth. */
  readonly stackSize: number
  /** First instruction; indices into {@link Program.code}. */
  readonly entry: number
  readonly end: number
  readonly handlers: readonly ExceptionEntry[]
}

/** What a class derives from: another class of the program, by its index, or a built-in one. */
export type BaseCode =
  | { readonly kind: 'class'; readonly index: number }
  | { readonly kind: 'builtin'; readonly name: string }

/** A class attribute, or a method with its function index and what it makes of its class. */
export interface ClassMember {
  readonly symbol: number
  readonly function: number | undefined
  readonly binding: MethodBinding | undefined
}

export interface ClassCode {
  readonly name: string
  /** `undefined` for a class that derives from `object` alone. */
  readonly base: BaseCode | undefined
  /** In the order of the source; their values are on the stack at `makeClass`, behind that of the base. */
  readonly members: readonly ClassMember[]
  /**
   * Symbols that instances may hold: every name stored on `self` in its methods and those of its bases, plus every
   * attribute name the program stores on anything else. The index in this array is the slot.
   */
  readonly instanceSlots: readonly number[]
  /** Further members, each with the value that the member `of` has when the class is made; calls pass them no object. */
  readonly defaults: readonly { readonly symbol: number; readonly of: number }[]
  /** Of a frozen dataclass: its fields, which only the function `initialiser` may store. */
  readonly frozen: FrozenFields | undefined
}

export interface FrozenFields {
  readonly symbols: readonly number[]
  readonly initialiser: number | undefined
}

export interface GlobalVariable {
  readonly name: string
  /**
   * False only when the variable is bound exactly once, at module level outside loops, before any statement that may
   * start a thread: then no access to it can be unordered, and accesses are not steps.
   */
  readonly isVisible: boolean
}

/** A compiled program: plain data, can be posted to a worker. Function 0 is the module body. */
export interface Program {
  readonly source: string
  readonly code: Int32Array
  /** Source offsets (start, end exclusive) of each instruction: two entries an instruction. */
  readonly spans: Int32Array
  /** 1-based line of each instruction. */
  readonly lines: Int32Array
  readonly functions: readonly FunctionCode[]
  /** Function index of each routine that the program may need, and the first instruction of the first of them. */
  readonly routines: Readonly<Partial<Record<RoutineName, number>>>
  readonly routinesStart: number
  readonly classes: readonly ClassCode[]
  readonly constants: readonly Constant[]
  /** Attribute and method names. */
  readonly symbols: readonly string[]
  readonly globals: readonly GlobalVariable[]
  /**
   * True when every release in the source is the end of a `with`, or stands in a function after an untimed acquire of
   * the same expression: then no thread outside a cycle can free a lock of the cycle, and the cycle alone proves the
   * deadlock. Otherwise a cycle counts only when no thread can run any more.
   */
  readonly releasesOnlyOwn: boolean
}
