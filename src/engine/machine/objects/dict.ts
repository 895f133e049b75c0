/**
 * Dictionaries with insertion order: a table of indices into an array of entries, grown as CPython 3.11 grows it
 * (Objects/dictobject.c), so that changes during an iteration are noticed exactly when CPython notices them.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, UNBOUND, type Value } from '../value'
import { hashLow } from './hash'
import { sameKey } from './keyEquality'
import { fieldOf, setField, type Objects } from './object'

const LENGTH = 1
const STORAGE = 2
const DICT_WORDS = 3
const APPENDED = 2
const TABLE_SIZE = 3
const TABLE = 4
const ENTRY_WORDS = 3
const ENTRY = { hash: 0, key: 1, value: 2 } as const
const SMALLEST_TABLE = 8
const FREE = 0
const DELETED = -1
const PERTURB_SHIFT = 5
/** Where a look-up in a dict without storage ends. */
const NOWHERE = -1

export function makeDict(objects: Objects): Value {
  return fromAddress(objects.memory.allocate(OBJECT.dict, DICT_WORDS))
}

/** A dict of `items`: key, value, key, value … @throws PythonError TypeError for unhashable keys. */
export function buildDict(objects: Objects, items: readonly Value[]): Value {
  const dict = makeDict(objects)
  for (let i = 0; i + 1 < items.length; i += 2) {
    dictSet(objects, dict, items[i] as number, items[i + 1] as number)
  }
  return dict
}

export function dictLength(memory: Memory, dict: Value): number {
  return fieldOf(memory, dict, LENGTH)
}

/** The value of `key`, or UNBOUND. @throws PythonError TypeError for unhashable keys. */
export function dictGet(objects: Objects, dict: Value, key: Value): Value {
  const slot = dictSlot(objects, dict, key)
  return slot === undefined ? UNBOUND : objects.memory.word(slot)
}

/** Word address of the value of `key`. @throws PythonError TypeError for unhashable keys. */
export function dictSlot(
  objects: Objects,
  dict: Value,
  key: Value,
  hash = hashLow(objects, key),
): number | undefined {
  const { memory } = objects
  const position = findPosition(objects, dict, key, hash)
  if (position === NOWHERE) return undefined
  const storage = storageOf(memory, dict)
  const entry = memory.word(storage + TABLE + position) - 1
  return entry < 0 ? undefined : entryAddress(memory, storage, entry) + ENTRY.value
}

/** Sets or adds; a key that is equal to a present one does not replace it. `hash`: its low bits, where they are known. */
export function dictSet(
  objects: Objects,
  dict: Value,
  key: Value,
  value: Value,
  hash = hashLow(objects, key),
): void {
  const { memory } = objects
  const slot = dictSlot(objects, dict, key, hash)
  if (slot !== undefined) {
    memory.write(slot, value)
    return
  }
  addEntry(objects, dict, key, value, hash)
}

/** Adds an entry whose key the dict does not have. */
function addEntry(objects: Objects, dict: Value, key: Value, value: Value, hash: number): void {
  const { memory } = objects
  ensureRoom(objects, dict)
  const storage = storageOf(memory, dict)
  const appended = memory.word(storage + APPENDED)
  memory.write(storage + TABLE + freePosition(memory, storage, hash), appended + 1)
  writeEntry(memory, entryAddress(memory, storage, appended), hash, key, value)
  memory.write(storage + APPENDED, appended + 1)
  setField(memory, dict, LENGTH, dictLength(memory, dict) + 1)
}

/** Removes `key` and returns its value, or UNBOUND when it is absent. */
export function dictDelete(objects: Objects, dict: Value, key: Value): Value {
  const hash = hashLow(objects, key)
  const { memory } = objects
  const position = findPosition(objects, dict, key, hash)
  if (position === NOWHERE) return UNBOUND
  const storage = storageOf(memory, dict)
  const entry = memory.word(storage + TABLE + position) - 1
  return entry < 0 ? UNBOUND : removeEntry(memory, dict, position, entry)
}

/** Removes and returns the last entry of a dict that is not empty. */
export function dictPopLast(objects: Objects, dict: Value): { key: Value; value: Value } {
  const { memory } = objects
  const storage = storageOf(memory, dict)
  let last = memory.word(storage + APPENDED) - 1
  while (keyAt(memory, dict, last) === UNBOUND) last--
  const key = keyAt(memory, dict, last)
  const hash = memory.word(entryAddress(memory, storage, last) + ENTRY.hash)
  const value = removeEntry(memory, dict, findPosition(objects, dict, key, hash), last)
  memory.write(storage + APPENDED, last)
  return { key, value }
}

export function dictClear(memory: Memory, dict: Value): void {
  setField(memory, dict, LENGTH, 0)
  setField(memory, dict, STORAGE, UNBOUND)
}

/** Adds or replaces every entry of `source`. Its keys are known to differ: an empty dict need not look for them. */
export function dictMerge(objects: Objects, dict: Value, source: Value): void {
  const { memory } = objects
  const add = dictLength(memory, dict) === 0 ? addEntry : dictSet
  for (
    let i = nextEntry(memory, source, 0);
    i !== undefined;
    i = nextEntry(memory, source, i + 1)
  ) {
    add(
      objects,
      dict,
      keyAt(memory, source, i),
      valueAt(memory, source, i),
      hashAt(memory, source, i),
    )
  }
}

/** Position of the first entry at or after `position`, or `undefined`. Positions are 0 … appended - 1. */
export function nextEntry(memory: Memory, dict: Value, position: number): number | undefined {
  const end = entryCount(memory, dict)
  for (let i = position; i < end; i++) if (keyAt(memory, dict, i) !== UNBOUND) return i
  return undefined
}

/** Position of the last entry at or before `position`, or `undefined`. */
export function previousEntry(memory: Memory, dict: Value, position: number): number | undefined {
  for (let i = Math.min(position, entryCount(memory, dict) - 1); i >= 0; i--) {
    if (keyAt(memory, dict, i) !== UNBOUND) return i
  }
  return undefined
}

/** Entries appended so far, deleted ones included. */
export function entryCount(memory: Memory, dict: Value): number {
  return hasStorage(memory, dict) ? memory.word(storageOf(memory, dict) + APPENDED) : 0
}

export function keyAt(memory: Memory, dict: Value, position: number): Value {
  const entry = entryAddress(memory, storageOf(memory, dict), position)
  return memory.word(entry + ENTRY.key)
}

function hashAt(memory: Memory, dict: Value, position: number): number {
  const entry = entryAddress(memory, storageOf(memory, dict), position)
  return memory.word(entry + ENTRY.hash)
}

export function valueAt(memory: Memory, dict: Value, position: number): Value {
  const entry = entryAddress(memory, storageOf(memory, dict), position)
  return memory.word(entry + ENTRY.value)
}

/** A copy of the entries in insertion order. */
export function dictEntries(memory: Memory, dict: Value): [key: Value, value: Value][] {
  const entries: [Value, Value][] = []
  for (let i = nextEntry(memory, dict, 0); i !== undefined; i = nextEntry(memory, dict, i + 1)) {
    entries.push([keyAt(memory, dict, i), valueAt(memory, dict, i)])
  }
  return entries
}

function hasStorage(memory: Memory, dict: Value): boolean {
  return fieldOf(memory, dict, STORAGE) !== UNBOUND
}

function storageOf(memory: Memory, dict: Value): number {
  return addressOf(fieldOf(memory, dict, STORAGE))
}

function entryAddress(memory: Memory, storage: number, entry: number): number {
  return storage + TABLE + memory.word(storage + TABLE_SIZE) + entry * ENTRY_WORDS
}

/** Table position of `key`, or of the free place where the search for it ends. */
function findPosition(objects: Objects, dict: Value, key: Value, hash: number): number {
  const { memory } = objects
  if (!hasStorage(memory, dict)) return NOWHERE
  const storage = storageOf(memory, dict)
  const mask = memory.word(storage + TABLE_SIZE) - 1
  let perturb = hash >>> 0
  let position = hash & mask
  for (;;) {
    const index = memory.word(storage + TABLE + position)
    if (index === FREE) return position
    if (index !== DELETED) {
      const entry = entryAddress(memory, storage, index - 1)
      const isMatch = memory.word(entry + ENTRY.hash) === hash
      if (isMatch && sameKey(objects, memory.word(entry + ENTRY.key), key)) return position
    }
    perturb >>>= PERTURB_SHIFT
    position = (Math.imul(position, 5) + perturb + 1) & mask
  }
}

/** Table position for a new entry: the first that refers to none. */
function freePosition(memory: Memory, storage: number, hash: number): number {
  const mask = memory.word(storage + TABLE_SIZE) - 1
  let perturb = hash >>> 0
  let position = hash & mask
  while (memory.word(storage + TABLE + position) > FREE) {
    perturb >>>= PERTURB_SHIFT
    position = (Math.imul(position, 5) + perturb + 1) & mask
  }
  return position
}

function writeEntry(memory: Memory, entry: number, hash: number, key: Value, value: Value): void {
  memory.write(entry + ENTRY.hash, hash)
  memory.write(entry + ENTRY.key, key)
  memory.write(entry + ENTRY.value, value)
}

function removeEntry(memory: Memory, dict: Value, position: number, entry: number): Value {
  const storage = storageOf(memory, dict)
  const key = keyAt(memory, dict, entry)
  const value = valueAt(memory, dict, entry)
  memory.write(storage + TABLE + position, DELETED)
  // The key is kept where the value was, so that the place still has a name in a trace.
  writeEntry(memory, entryAddress(memory, storage, entry), 0, UNBOUND, key)
  setField(memory, dict, LENGTH, dictLength(memory, dict) - 1)
  return value
}

/** Entries that fit into a table: two thirds. */
function usable(tableSize: number): number {
  return Math.floor((tableSize * 2) / 3)
}

/** Replaces a full storage by one without deleted entries whose table is at least three times the entries. */
function ensureRoom(objects: Objects, dict: Value): void {
  const { memory } = objects
  const old = fieldOf(memory, dict, STORAGE)
  if (old !== UNBOUND) {
    const size = memory.word(addressOf(old) + TABLE_SIZE)
    if (memory.word(addressOf(old) + APPENDED) < usable(size)) return
  }
  let tableSize = SMALLEST_TABLE
  while (tableSize < dictLength(memory, dict) * 3) tableSize *= 2
  const words = TABLE + tableSize + usable(tableSize) * ENTRY_WORDS
  const storage = memory.allocate(OBJECT.dictStorage, words)
  memory.write(storage + 1, old === UNBOUND ? dict : old)
  memory.write(storage + TABLE_SIZE, tableSize)
  if (old !== UNBOUND) copyEntries(memory, addressOf(old), storage)
  setField(memory, dict, STORAGE, fromAddress(storage))
}

function copyEntries(memory: Memory, from: number, to: number): void {
  const end = memory.word(from + APPENDED)
  let count = 0
  for (let i = 0; i < end; i++) {
    const entry = entryAddress(memory, from, i)
    const key = memory.word(entry + ENTRY.key)
    if (key === UNBOUND) continue
    const hash = memory.word(entry + ENTRY.hash)
    const value = memory.word(entry + ENTRY.value)
    memory.write(to + TABLE + freePosition(memory, to, hash), count + 1)
    writeEntry(memory, entryAddress(memory, to, count), hash, key, value)
    count++
  }
  memory.write(to + APPENDED, count)
}
