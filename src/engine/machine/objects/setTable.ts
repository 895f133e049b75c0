/** The table of a set or frozen set, as it is read. How it is filled stands in set.ts. */
import type { Memory } from '../memory'
import { addressOf, UNBOUND, type Value } from '../value'
import { fieldOf, KIND, kindOf, sizeAt } from './object'

export const SET = { length: 1, storage: 2, finger: 3, words: 4 } as const
/** Of a table's storage. */
export const SET_TABLE = { fill: 2, size: 3, entries: 4, entryWords: 2, smallest: 8 } as const

/** Whether the value is a set or a frozen set. */
export function isAnySet(memory: Memory, value: Value): boolean {
  const kind = kindOf(memory, value)
  return kind === KIND.set || kind === KIND.frozenSet
}

export function setLength(memory: Memory, set: Value): number {
  return fieldOf(memory, set, SET.length)
}

/** Places in the table: 8 for a set that never had a member. */
export function tableSize(memory: Memory, set: Value): number {
  const storage = fieldOf(memory, set, SET.storage)
  return storage === UNBOUND ? SET_TABLE.smallest : fieldOf(memory, storage, SET_TABLE.size)
}

/** The member at a place of the table, or UNBOUND. */
export function memberAt(memory: Memory, set: Value, position: number): Value {
  const storage = fieldOf(memory, set, SET.storage)
  return storage === UNBOUND ? UNBOUND : memberIn(memory, addressOf(storage), position)
}

/** Place of the first member at or after `position`, or `undefined`. */
export function nextMember(memory: Memory, set: Value, position: number): number | undefined {
  const end = tableSize(memory, set)
  for (let i = position; i < end; i++) if (memberAt(memory, set, i) !== UNBOUND) return i
  return undefined
}

/** A copy of the members in iteration order. */
export function setItems(memory: Memory, set: Value): Value[] {
  const items: Value[] = []
  for (let i = nextMember(memory, set, 0); i !== undefined; i = nextMember(memory, set, i + 1)) {
    items.push(memberAt(memory, set, i))
  }
  return items
}

/** The hash of a member: its low 32 bits, and the high ones where the table keeps them. */
export interface MemberHash {
  readonly low: number
  readonly high: number | undefined
}

/** A copy of the members in iteration order, each with its hash. */
export function setEntries(memory: Memory, set: Value): [member: Value, hash: MemberHash][] {
  const entries: [Value, MemberHash][] = []
  for (let i = nextMember(memory, set, 0); i !== undefined; i = nextMember(memory, set, i + 1)) {
    const storage = addressOf(fieldOf(memory, set, SET.storage))
    entries.push([memberAt(memory, set, i), hashAt(memory, storage, i)])
  }
  return entries
}

/** The hash of the member at a place of the table whose storage stands at `storage`. */
export function hashAt(memory: Memory, storage: number, position: number): MemberHash {
  const low = lowHashAt(memory, storage, position)
  if (!keepsHigh(memory, storage)) return { low, high: undefined }
  return { low, high: memory.word(highAddress(memory, storage, position)) }
}

export function lowHashAt(memory: Memory, storage: number, position: number): number {
  return memory.word(storage + SET_TABLE.entries + position * SET_TABLE.entryWords)
}

/** Whether the table keeps the high halves of hashes, behind its entries. */
export function keepsHigh(memory: Memory, storage: number): boolean {
  return sizeAt(memory, storage) > highAddress(memory, storage, 0) - storage
}

/** Where the high half of the hash of the entry at `position` stands. */
export function highAddress(memory: Memory, storage: number, position: number): number {
  const size = memory.word(storage + SET_TABLE.size)
  return storage + SET_TABLE.entries + size * SET_TABLE.entryWords + position
}

/** The member at a place of the table whose storage stands at `storage`, or UNBOUND. */
export function memberIn(memory: Memory, storage: number, position: number): Value {
  return memory.word(storage + SET_TABLE.entries + position * SET_TABLE.entryWords + 1)
}
