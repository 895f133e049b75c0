/**
 * Sets with the table and the probing of CPython 3.11 (Objects/setobject.c), so that members iterate in the same order:
 * nine linear probes, then a jump mixed from the 64-bit hash; growth to four times the members at three fifths full.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, UNBOUND, type Value } from '../value'
import { hashHigh, hashLow } from './hash'
import { sameKey } from './keyEquality'
import { fieldOf, requireWords, setField, type Objects } from './object'

const LENGTH = 1
const STORAGE = 2
const FINGER = 3
const SET_WORDS = 4
const FILL = 2
const TABLE_SIZE = 3
const TABLE = 4
const ENTRY_WORDS = 2
const SMALLEST_TABLE = 8
const LINEAR_PROBES = 9
const PERTURB_SHIFT = 5
const DUMMY = -1
const LARGE = 50000

export function makeSet(objects: Objects): Value {
  return fromAddress(objects.memory.allocate(OBJECT.set, SET_WORDS))
}

/** A set to which `items` were added one by one. @throws PythonError TypeError for unhashable items. */
export function buildSet(objects: Objects, items: readonly Value[]): Value {
  const set = makeSet(objects)
  for (const item of items) setAdd(objects, set, item)
  return set
}

/**
 * The set of a literal with three constant items or more. CPython's compiler builds a frozen set item by item, builds a
 * second one from it when it merges equal constants, and the program copies that: the order may differ from that of
 * {@link buildSet}, which serves every other literal.
 */
export function buildConstantSet(objects: Objects, items: readonly Value[]): Value {
  const set = makeSet(objects)
  setMerge(objects, set, buildFrozenSet(objects, items))
  return set
}

/** That second set itself: what `for` iterates over when it is given such a literal, of any length. */
export function buildFrozenSet(objects: Objects, items: readonly Value[]): Value {
  return buildSet(objects, setItems(objects.memory, buildSet(objects, items)))
}

export function setLength(memory: Memory, set: Value): number {
  return fieldOf(memory, set, LENGTH)
}

/** Places in the table: 8 for a set that never had a member. */
export function tableSize(memory: Memory, set: Value): number {
  const storage = fieldOf(memory, set, STORAGE)
  return storage === UNBOUND ? SMALLEST_TABLE : fieldOf(memory, storage, TABLE_SIZE)
}

/** The member at a place of the table, or UNBOUND. */
export function memberAt(memory: Memory, set: Value, position: number): Value {
  const storage = fieldOf(memory, set, STORAGE)
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

/** @throws PythonError TypeError for an unhashable key. */
export function setContains(objects: Objects, set: Value, key: Value): boolean {
  return findMember(objects, set, key, hashLow(objects, key)) !== undefined
}

/** @throws PythonError TypeError for an unhashable key. */
export function setAdd(objects: Objects, set: Value, key: Value): void {
  const { memory } = objects
  const hash = hashLow(objects, key)
  if (findMember(objects, set, key, hash) !== undefined) return
  if (fieldOf(memory, set, STORAGE) === UNBOUND) resize(objects, set, 0)
  const storage = addressOf(fieldOf(memory, set, STORAGE))
  const isReused = place(objects, storage, key, hash)
  setField(memory, set, LENGTH, setLength(memory, set) + 1)
  if (isReused) return
  const fill = (memory.words[storage + FILL] as number) + 1
  memory.write(storage + FILL, fill)
  if (fill * 5 >= (tableSize(memory, set) - 1) * 3) resize(objects, set, grownSize(memory, set))
}

/** Removes `key`; false when it is absent. @throws PythonError TypeError for an unhashable key. */
export function setDiscard(objects: Objects, set: Value, key: Value): boolean {
  const position = findMember(objects, set, key, hashLow(objects, key))
  if (position === undefined) return false
  removeMember(objects.memory, set, position)
  return true
}

/** Removes and returns the next member from where the last `pop` stopped; the set is not empty. */
export function setPop(memory: Memory, set: Value): Value {
  const mask = tableSize(memory, set) - 1
  let position = fieldOf(memory, set, FINGER) & mask
  while (memberAt(memory, set, position) === UNBOUND) position = (position + 1) & mask
  const member = memberAt(memory, set, position)
  removeMember(memory, set, position)
  setField(memory, set, FINGER, position + 1)
  return member
}

export function setClear(memory: Memory, set: Value): void {
  setField(memory, set, LENGTH, 0)
  setField(memory, set, STORAGE, UNBOUND)
}

/** Makes `set` hold the table of `source`, which must not be used afterwards. */
export function takeMembers(memory: Memory, set: Value, source: Value): void {
  const storage = fieldOf(memory, source, STORAGE)
  setField(memory, set, LENGTH, setLength(memory, source))
  setField(memory, set, STORAGE, storage)
  if (storage !== UNBOUND) setField(memory, storage, 1, set)
}

/** Adds the members of another set, as CPython merges tables: one growth first, a plain copy where that is equal. */
export function setMerge(objects: Objects, set: Value, other: Value): void {
  const { memory } = objects
  const added = setLength(memory, other)
  if (set === other || added === 0) return
  growFor(objects, set, added)
  if (fillOf(memory, set) !== 0) {
    for (const member of setItems(memory, other)) setAdd(objects, set, member)
    return
  }
  if (fieldOf(memory, set, STORAGE) === UNBOUND) resize(objects, set, 0)
  const storage = addressOf(fieldOf(memory, set, STORAGE))
  const isEqualTable =
    tableSize(memory, set) === tableSize(memory, other) && fillOf(memory, other) === added
  if (isEqualTable) copyTable(memory, addressOf(fieldOf(memory, other, STORAGE)), storage)
  else insertClean(objects, addressOf(fieldOf(memory, other, STORAGE)), storage)
  memory.write(storage + FILL, added)
  setField(memory, set, LENGTH, added)
}

/** Grows once when `added` more members might not fit. */
export function growFor(objects: Objects, set: Value, added: number): void {
  const { memory } = objects
  if ((fillOf(memory, set) + added) * 5 >= (tableSize(memory, set) - 1) * 3) {
    resize(objects, set, (setLength(memory, set) + added) * 2)
  }
}

/** After many removals: rebuilds the table when more than a quarter of it are places of removed members. */
export function dropDummies(objects: Objects, set: Value): void {
  const { memory } = objects
  const dummies = fillOf(memory, set) - setLength(memory, set)
  if (dummies > Math.floor((tableSize(memory, set) - 1) / 4)) {
    resize(objects, set, grownSize(memory, set))
  }
}

function grownSize(memory: Memory, set: Value): number {
  const length = setLength(memory, set)
  return length > LARGE ? length * 2 : length * 4
}

function fillOf(memory: Memory, set: Value): number {
  const storage = fieldOf(memory, set, STORAGE)
  return storage === UNBOUND ? 0 : fieldOf(memory, storage, FILL)
}

function memberIn(memory: Memory, storage: number, position: number): Value {
  return memory.words[storage + TABLE + position * ENTRY_WORDS + 1] as number
}

function hashIn(memory: Memory, storage: number, position: number): number {
  return memory.words[storage + TABLE + position * ENTRY_WORDS] as number
}

function isFree(memory: Memory, storage: number, position: number): boolean {
  return memberIn(memory, storage, position) === UNBOUND && hashIn(memory, storage, position) === 0
}

function removeMember(memory: Memory, set: Value, position: number): void {
  const entry = addressOf(fieldOf(memory, set, STORAGE)) + TABLE + position * ENTRY_WORDS
  memory.write(entry, DUMMY)
  memory.write(entry + 1, UNBOUND)
  setField(memory, set, LENGTH, setLength(memory, set) - 1)
}

/** The table's places in the order in which a key of this hash is looked for, without end. */
class Probe {
  position: number
  private base: number
  private left: number
  private low: number
  private high: number | undefined

  constructor(
    private readonly objects: Objects,
    private readonly key: Value,
    hash: number,
    private readonly mask: number,
  ) {
    this.low = hash
    this.base = this.position = hash & mask
    this.left = this.linearProbes()
  }

  advance(): void {
    if (this.left > 0) {
      this.left--
      this.position++
      return
    }
    // The high half of the hash is rarely needed: only after the first run of probes.
    const high = this.high ?? hashHigh(this.objects, this.key)
    this.low = (this.low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT))
    this.high = high >>> PERTURB_SHIFT
    this.base = (Math.imul(this.base, 5) + 1 + this.low) & this.mask
    this.position = this.base
    this.left = this.linearProbes()
  }

  private linearProbes(): number {
    return this.base + LINEAR_PROBES <= this.mask ? LINEAR_PROBES : 0
  }
}

function findMember(objects: Objects, set: Value, key: Value, hash: number): number | undefined {
  const { memory } = objects
  if (setLength(memory, set) === 0) return undefined
  const storage = addressOf(fieldOf(memory, set, STORAGE))
  const probe = new Probe(objects, key, hash, tableSize(memory, set) - 1)
  while (!isFree(memory, storage, probe.position)) {
    const member = memberIn(memory, storage, probe.position)
    const isMatch = member !== UNBOUND && hashIn(memory, storage, probe.position) === hash
    if (isMatch && sameKey(memory, member, key)) return probe.position
    probe.advance()
  }
  return undefined
}

/**
 * Writes `key`, which is not in the table, at the last dummy of its probe or else at the first free place. Answers
 * whether a dummy was reused.
 */
function place(objects: Objects, storage: number, key: Value, hash: number): boolean {
  const { memory } = objects
  const probe = new Probe(objects, key, hash, (memory.words[storage + TABLE_SIZE] as number) - 1)
  let dummy: number | undefined
  while (!isFree(memory, storage, probe.position)) {
    if (memberIn(memory, storage, probe.position) === UNBOUND) dummy = probe.position
    probe.advance()
  }
  const entry = storage + TABLE + (dummy ?? probe.position) * ENTRY_WORDS
  memory.write(entry, hash)
  memory.write(entry + 1, key)
  return dummy !== undefined
}

/** A new table for more than `minimum` members, with the members inserted in table order. */
function resize(objects: Objects, set: Value, minimum: number): void {
  const { memory } = objects
  const old = fieldOf(memory, set, STORAGE)
  let size = SMALLEST_TABLE
  while (size <= minimum) size *= 2
  const words = TABLE + size * ENTRY_WORDS
  requireWords(words)
  const storage = memory.allocate(OBJECT.setStorage, words)
  memory.write(storage + 1, set)
  memory.write(storage + TABLE_SIZE, size)
  if (old !== UNBOUND) insertClean(objects, addressOf(old), storage)
  memory.write(storage + FILL, setLength(memory, set))
  setField(memory, set, STORAGE, fromAddress(storage))
}

/** Inserts the members of one table into another that holds none of them. */
function insertClean(objects: Objects, from: number, to: number): void {
  const { memory } = objects
  const size = memory.words[from + TABLE_SIZE] as number
  for (let i = 0; i < size; i++) {
    const member = memberIn(memory, from, i)
    if (member !== UNBOUND) place(objects, to, member, hashIn(memory, from, i))
  }
}

function copyTable(memory: Memory, from: number, to: number): void {
  const words = (memory.words[from + TABLE_SIZE] as number) * ENTRY_WORDS
  for (let i = 0; i < words; i++) {
    memory.write(to + TABLE + i, memory.words[from + TABLE + i] as number)
  }
}
