/**
 * Sets with the table and the probing of CPython 3.11 (Objects/setobject.c), so that members iterate in the same order:
 * nine linear probes, then a jump mixed from the 64-bit hash; growth to four times the members at three fifths full.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, UNBOUND, type Value } from '../value'
import { hashHigh, hashLow } from './hash'
import { sameKey } from './keyEquality'
import { fieldOf, KIND, kindOf, requireWords, setField, sizeAt, type Objects } from './object'
import {
  hashAt,
  highAddress,
  keepsHigh,
  lowHashAt,
  memberAt,
  memberIn,
  SET,
  SET_TABLE,
  setEntries,
  setItems,
  setLength,
  tableSize,
  type MemberHash,
} from './setTable'

const LINEAR_PROBES = 9
const PERTURB_SHIFT = 5
const DUMMY = -1
const LARGE = 50000

export function makeSet({ memory }: Objects): Value {
  return fromAddress(memory.allocate(OBJECT.set, SET.words))
}

/** An empty frozen set, to be filled before anyone sees it. */
export function makeFrozenSet({ memory }: Objects): Value {
  return fromAddress(memory.allocate(OBJECT.frozenSet, SET.words))
}

/** An empty set of the type of `set`; of a plain one where that is a view of a dict. */
export function makeSetLike(objects: Objects, set: Value): Value {
  const isFrozen = kindOf(objects.memory, set) === KIND.frozenSet
  return isFrozen ? makeFrozenSet(objects) : makeSet(objects)
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

/** @throws PythonError TypeError for an unhashable key. */
export function setContains(
  objects: Objects,
  set: Value,
  key: Value,
  hash = hashOfMember(objects, key),
): boolean {
  return findMember(objects, set, key, hash) !== undefined
}

/** The high half is computed where a table needs it, unless the program computes it: it is asked once. */
function hashOfMember(objects: Objects, key: Value): MemberHash {
  const low = hashLow(objects, key)
  return { low, high: objects.own === undefined ? undefined : hashHigh(objects, key) }
}

/** @throws PythonError TypeError for an unhashable key. */
export function setAdd(
  objects: Objects,
  set: Value,
  key: Value,
  hash = hashOfMember(objects, key),
): void {
  const { memory } = objects
  if (findMember(objects, set, key, hash) !== undefined) return
  if (fieldOf(memory, set, SET.storage) === UNBOUND) resize(objects, set, 0)
  const storage = addressOf(fieldOf(memory, set, SET.storage))
  const isReused = place(objects, storage, key, hash)
  setField(memory, set, SET.length, setLength(memory, set) + 1)
  if (isReused) return
  const fill = memory.word(storage + SET_TABLE.fill) + 1
  memory.write(storage + SET_TABLE.fill, fill)
  if (fill * 5 >= (tableSize(memory, set) - 1) * 3) resize(objects, set, grownSize(memory, set))
}

/** Removes `key`; false when it is absent. @throws PythonError TypeError for an unhashable key. */
export function setDiscard(
  objects: Objects,
  set: Value,
  key: Value,
  hash = hashOfMember(objects, key),
): boolean {
  const position = findMember(objects, set, key, hash)
  if (position === undefined) return false
  removeMember(objects.memory, set, position)
  return true
}

/** Removes and returns the next member from where the last `pop` stopped; the set is not empty. */
export function setPop(memory: Memory, set: Value): Value {
  const mask = tableSize(memory, set) - 1
  let position = fieldOf(memory, set, SET.finger) & mask
  while (memberAt(memory, set, position) === UNBOUND) position = (position + 1) & mask
  const member = memberAt(memory, set, position)
  removeMember(memory, set, position)
  setField(memory, set, SET.finger, position + 1)
  return member
}

export function setClear(memory: Memory, set: Value): void {
  setField(memory, set, SET.length, 0)
  setField(memory, set, SET.storage, UNBOUND)
}

/** A set with the same table, place for place, where other operations make one as tight as can be. */
export function cloneSet(objects: Objects, set: Value): Value {
  const { memory } = objects
  const clone = makeSet(objects)
  const source = fieldOf(memory, set, SET.storage)
  if (source === UNBOUND) return clone
  const size = sizeAt(memory, addressOf(source))
  const storage = memory.allocate(OBJECT.setStorage, size)
  for (let i = SET_TABLE.fill; i < size; i++) {
    memory.write(storage + i, fieldOf(memory, source, i))
  }
  memory.write(storage + 1, clone)
  setField(memory, clone, SET.length, setLength(memory, set))
  setField(memory, clone, SET.storage, fromAddress(storage))
  return clone
}

/** Makes `set` hold the table of `source`, which must not be used afterwards. */
export function takeMembers(memory: Memory, set: Value, source: Value): void {
  const storage = fieldOf(memory, source, SET.storage)
  setField(memory, set, SET.length, setLength(memory, source))
  setField(memory, set, SET.storage, storage)
  if (storage !== UNBOUND) setField(memory, storage, 1, set)
}

/** Adds the members of another set, as CPython merges tables: one growth first, a plain copy where that is equal. */
export function setMerge(objects: Objects, set: Value, other: Value): void {
  const { memory } = objects
  const added = setLength(memory, other)
  if (set === other || added === 0) return
  growFor(objects, set, added)
  if (fillOf(memory, set) !== 0) {
    for (const [member, hash] of setEntries(memory, other)) setAdd(objects, set, member, hash)
    return
  }
  if (fieldOf(memory, set, SET.storage) === UNBOUND) resize(objects, set, 0)
  const storage = addressOf(fieldOf(memory, set, SET.storage))
  const isEqualTable =
    tableSize(memory, set) === tableSize(memory, other) && fillOf(memory, other) === added
  if (isEqualTable) copyTable(memory, addressOf(fieldOf(memory, other, SET.storage)), storage)
  else insertClean(objects, addressOf(fieldOf(memory, other, SET.storage)), storage)
  memory.write(storage + SET_TABLE.fill, added)
  setField(memory, set, SET.length, added)
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
  const storage = fieldOf(memory, set, SET.storage)
  return storage === UNBOUND ? 0 : fieldOf(memory, storage, SET_TABLE.fill)
}

function isFree(memory: Memory, storage: number, position: number): boolean {
  return (
    memberIn(memory, storage, position) === UNBOUND && lowHashAt(memory, storage, position) === 0
  )
}

function removeMember(memory: Memory, set: Value, position: number): void {
  const entry =
    addressOf(fieldOf(memory, set, SET.storage)) +
    SET_TABLE.entries +
    position * SET_TABLE.entryWords
  memory.write(entry, DUMMY)
  memory.write(entry + 1, UNBOUND)
  setField(memory, set, SET.length, setLength(memory, set) - 1)
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
    hash: MemberHash,
    private readonly mask: number,
  ) {
    this.low = hash.low
    this.high = hash.high
    this.base = this.position = hash.low & mask
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

function findMember(
  objects: Objects,
  set: Value,
  key: Value,
  hash: MemberHash,
): number | undefined {
  const { memory } = objects
  if (setLength(memory, set) === 0) return undefined
  const storage = addressOf(fieldOf(memory, set, SET.storage))
  const probe = new Probe(objects, key, hash, tableSize(memory, set) - 1)
  while (!isFree(memory, storage, probe.position)) {
    const member = memberIn(memory, storage, probe.position)
    const isMatch = member !== UNBOUND && lowHashAt(memory, storage, probe.position) === hash.low
    if (isMatch && sameKey(objects, member, key)) return probe.position
    probe.advance()
  }
  return undefined
}

/**
 * Writes `key`, which is not in the table, at the last dummy of its probe or else at the first free place. Answers
 * whether a dummy was reused.
 */
function place(objects: Objects, storage: number, key: Value, hash: MemberHash): boolean {
  const { memory } = objects
  const probe = new Probe(objects, key, hash, memory.word(storage + SET_TABLE.size) - 1)
  let dummy: number | undefined
  while (!isFree(memory, storage, probe.position)) {
    if (memberIn(memory, storage, probe.position) === UNBOUND) dummy = probe.position
    probe.advance()
  }
  const position = dummy ?? probe.position
  const entry = storage + SET_TABLE.entries + position * SET_TABLE.entryWords
  memory.write(entry, hash.low)
  memory.write(entry + 1, key)
  if (keepsHigh(memory, storage)) {
    memory.write(highAddress(memory, storage, position), hash.high ?? hashHigh(objects, key))
  }
  return dummy !== undefined
}

/** A new table for more than `minimum` members, with the members inserted in table order. */
function resize(objects: Objects, set: Value, minimum: number): void {
  const { memory } = objects
  const old = fieldOf(memory, set, SET.storage)
  let size = SET_TABLE.smallest
  while (size <= minimum) size *= 2
  const entryWords = SET_TABLE.entryWords + (objects.own === undefined ? 0 : 1)
  const words = SET_TABLE.entries + size * entryWords
  requireWords(words)
  const storage = memory.allocate(OBJECT.setStorage, words)
  memory.write(storage + 1, set)
  memory.write(storage + SET_TABLE.size, size)
  if (old !== UNBOUND) insertClean(objects, addressOf(old), storage)
  memory.write(storage + SET_TABLE.fill, setLength(memory, set))
  setField(memory, set, SET.storage, fromAddress(storage))
}

/** Inserts the members of one table into another that holds none of them. */
function insertClean(objects: Objects, from: number, to: number): void {
  const { memory } = objects
  const size = memory.word(from + SET_TABLE.size)
  for (let i = 0; i < size; i++) {
    const member = memberIn(memory, from, i)
    if (member !== UNBOUND) place(objects, to, member, hashAt(memory, from, i))
  }
}

function copyTable(memory: Memory, from: number, to: number): void {
  const words = sizeAt(memory, from) - SET_TABLE.entries
  for (let i = 0; i < words; i++) {
    memory.write(to + SET_TABLE.entries + i, memory.word(from + SET_TABLE.entries + i))
  }
}
