/**
 * What every file of this folder stands on: the context its functions take first, and the kind of a value.
 */
import type { BinaryOperator } from './integerArithmetic'
import { MAXIMUM_OBJECT_WORDS, OBJECT, SHARED, SIZE_SHIFT, type ObjectKind } from '../layout'
import { LimitError } from '../limits'
import type { Memory } from '../memory'
import { addressOf, FIRST_ADDRESS, isPointer, NONE, UNBOUND, type Value } from '../value'

/** What objects cannot know themselves: the names of a program's classes and functions and of the built-ins. */
export interface Names {
  className(classIndex: number): string
  /** Qualified name: `Account.deposit` for a method. */
  functionName(functionIndex: number): string
  builtinName(builtinIndex: number): string
  moduleName(moduleIndex: number): string
  /** A method of a built-in type; `isOfType`: it belongs to the type itself. Undefined for a method of the machine. */
  method?(methodIndex: number): { readonly name: string; readonly isOfType?: boolean } | undefined
  /** `repr` of the primitive at `address`; undefined where the default serves. */
  primitiveText?(objects: Objects, address: number, at: string): string | undefined
  /** Values of the program that the primitive at `address` holds. */
  primitiveParts?(memory: Memory, address: number): readonly Value[]
  /** The value of the built-in called `name`; it always exists for a name in EXCEPTION_BASES. */
  builtinValue(name: string): Value
}

/**
 * What the program's classes say about operators, by CPython's rules. `undefined` where they have no say. Everything here
 * may throw to have the operation come again: ask before changing anything, or what is asked once only (hash, key).
 */
export interface OwnOperators {
  /** `a operator b`. @throws PythonError TypeError where classes leave an order open */
  compare(operator: RichOperator, a: Value, b: Value): Value | undefined
  /** `a == b`, or `a is b`, of keys that have equal hashes. */
  sameKey(a: Value, b: Value): boolean | undefined
  /** `undefined` also where all classes leave it to the built-in operand. */
  binary(operator: BinaryOperator, a: Value, b: Value): Value | undefined
  inPlace(operator: BinaryOperator, a: Value, b: Value): Value | undefined
  unary(operator: 'neg' | 'pos' | 'invert' | 'abs', value: Value): Value | undefined
  truth(value: Value): boolean | undefined
  length(value: Value): number | undefined
  /** @throws PythonError TypeError for what its class made unhashable */
  hash(value: Value): bigint | undefined
  /** Whether its class, which has an `__eq__` and no `__hash__`, made it unhashable. */
  isUnhashable(value: Value): boolean
  contains(container: Value, value: Value): boolean | undefined
  /** Whether `value` is iterated by code of the program. */
  isIterable(value: Value): boolean
  /** An iterator that `for` and routines can step. */
  iterator(value: Value): Value | undefined
  /** What `iter(value)` answers. */
  iteratorObject(value: Value): Value | undefined
  /** The `__next__` of its class. */
  nextMethod(value: Value): Value | undefined
  reversed(value: Value): Value | undefined
  /** `specification`: makes the text that is given to the program. */
  format(value: Value, specification: () => Value): Value | undefined
  isCallable(value: Value): boolean
  /** @throws LimitError for an object with a method `keys`, which CPython takes for a mapping */
  refuseMapping(value: Value): void
}

export type RichOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

/** The memory that holds the objects, and the names of what stands outside it. */
export interface Objects {
  readonly memory: Memory
  readonly names: Names
  /**
   * The text that a program's class gives `value`, an instance; `undefined` where the default serves. Absent outside a
   * run, where no method can be called. May throw to have the operation come again: ask before changing anything.
   */
  ownText?(value: Value, kind: 'str' | 'repr', open: readonly Value[]): string | undefined
  /**
   * What the program answers when `callable` is called with one or two arguments. Absent outside a run. May throw to
   * have the operation come again: ask before changing anything.
   */
  ask?(callable: Value, args: readonly Value[]): Value
  /** Absent outside a run, and where no class of the program has a special method of operators. */
  readonly own?: OwnOperators | undefined
  /** Calls a built-in type that needs nothing but objects, without arguments; `undefined` for anything else. */
  callBuiltin?(type: Value): Value | undefined
  /** The attribute of `value` that a format's field names. Absent outside a run. @throws PythonError AttributeError */
  attribute?(value: Value, name: string): Value
  /** Containers whose representation is being made by the caller of the method that runs. */
  openContainers?(): readonly Value[]
}

/** Kinds of value: those of objects, and those that stand in the word itself. */
export const KIND = {
  ...OBJECT,
  unbound: 0,
  none: 64,
  boolean: 65,
  smallInteger: 66,
} as const

export type Kind = (typeof KIND)[keyof typeof KIND]

/** Deepest nesting that comparison, hashing and representation follow before they raise RecursionError. */
export const MAXIMUM_NESTING = 200

export function kindOf(memory: Memory, value: Value): Kind {
  if ((value & 1) === 1) return KIND.smallInteger
  if (value >>> 1 >= FIRST_ADDRESS) {
    return (memory.word(value >>> 1) & 0xff) as ObjectKind
  }
  if (value === NONE) return KIND.none
  return value === UNBOUND ? KIND.unbound : KIND.boolean
}

export function isKind(memory: Memory, value: Value, kind: Kind): boolean {
  return kindOf(memory, value) === kind
}

/** The word at `offset` from the header of the object that `value` points to. */
export function fieldOf(memory: Memory, value: Value, offset: number): number {
  return memory.word(addressOf(value) + offset)
}

export function setField(memory: Memory, value: Value, offset: number, word: number): void {
  memory.write(addressOf(value) + offset, word)
}

/** Words of the object at `address`, header included. */
export function sizeAt(memory: Memory, address: number): number {
  return memory.word(address) >>> SIZE_SHIFT
}

/** Whether more than one thread can reach the object; constants and small integers are never shared. */
export function isShared(memory: Memory, value: Value): boolean {
  return isPointer(value) && (fieldOf(memory, value, 0) & SHARED) !== 0
}

/** Sets the SHARED flag of this object alone; what it refers to is the caller's business. */
export function markShared(memory: Memory, value: Value): void {
  const address = addressOf(value)
  memory.write(address, memory.word(address) | SHARED)
}

/** @throws LimitError `heap` before work on an object of `words` words that could not be allocated. */
export function requireWords(words: number): void {
  if (words > MAXIMUM_OBJECT_WORDS) throw new LimitError('heap', MAXIMUM_OBJECT_WORDS)
}

/** Whether values of this kind may be of a class of the program. */
export function isOfOwnClasses(kind: Kind): boolean {
  return kind === KIND.instance || kind === KIND.exception || kind === KIND.thread
}
