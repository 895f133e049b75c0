/**
 * The memory of an exploration. Three things differ from a run's:
 *
 * - Each thread's stack and objects stand in a region of its own, so that addresses do not depend on who asked first:
 *   interleavings that lead to the same state lead to the same words.
 * - A state is kept as its difference to the *base*, the state in which the first choice is made. The fingerprint (64 bits,
 *   exclusive-or of a mix of address and value of every non-zero word, after Zobrist 1970) is brought up to date once a
 *   transition, from its net changes.
 * - Objects made after the base that nothing reaches any more are cleared (youngObjects.ts).
 *
 * Besides, it can tell which words were asked for: all that a step depends on (learnedSteps.ts).
 */
import { grown } from '../../base'
import {
  allocateInArena,
  LimitError,
  MACHINE,
  MAXIMUM_THREADS,
  mix,
  SIZE_SHIFT,
  THREAD,
  THREAD_WORDS,
  threadAddress,
  type GrowingMemory,
  type ObjectKind,
  type TrailMark,
} from '../machine'
import { NOBODY, Regions } from './regions'
import { YoungObjects, type ObjectMemory } from './youngObjects'

/** Threads besides the main one for which room is made at once. */
const FIRST_THREADS = 4

const LOW_LANE = 0x9e3779b1
const HIGH_LANE = 0x85ebca77

export class ExploredMemory implements GrowingMemory, ObjectMemory {
  /** The words themselves: nobody is told of what is read there. */
  raw: Int32Array
  readonly regions: Regions
  readonly young: YoungObjects
  arena = 0
  /** The two halves of the fingerprint; up to date after `settle`, `undo`, `restore`. */
  hashLow = 0
  hashHigh = 0
  private base = new Int32Array(0)
  private trail = new Int32Array(1 << 12)
  private trailLength = 0
  /** Addresses at which the state at hand differs from the base (or did, before the transition at hand). */
  private differing = new Int32Array(1 << 10)
  private differingCount = 0
  /** Addresses changed by the transition at hand, once `settle` has run. */
  private changed = new Int32Array(1 << 10)
  private changedCount = 0
  /** What stood there before. */
  private olds = new Int32Array(1 << 10)
  private savedLow = 0
  private savedHigh = 0
  /** Number of the sweep that saw the word last. */
  private seen: Int32Array
  private sweep = 0
  private isBased = false
  /** Some thread used up its region: addresses beyond depend on the order, and are never used again. */
  hasOverflown = false
  private listener: MemoryListener | undefined
  /** By address: number of the listening in which it was told. */
  private heard = new Int32Array(0)
  private listenings = 0

  /**
   * @param regionsStart first word after what the program occupies from the beginning.
   * @param limitWords bound of the memory in words.
   * @param stackWords words of a stack: small, because clearing and copying memory is most of a small search; a program
   *   that needs more must be explored again with STACK_WORDS.
   */
  constructor(
    private readonly regionsStart: number,
    private readonly limitWords: number,
    readonly stackWords: number,
  ) {
    this.regions = new Regions(regionsStart, stackWords)
    this.young = new YoungObjects(this, this.regions)
    const words = Math.min(limitWords, this.regions.of(FIRST_THREADS + 1))
    this.raw = new Int32Array(words)
    this.seen = new Int32Array(words)
  }

  /** Tells `listener` of every word that is read or written, until `ignore`. */
  listen(listener: MemoryListener): void {
    this.listener = listener
    this.listenings++
  }

  /** Whether nothing was told of the address since `listen`. */
  private isNews(address: number): boolean {
    const { heard, listenings } = this
    if (heard[address] === listenings) return false
    if (address >= heard.length) {
      this.heard = grown(heard, Math.max(this.raw.length, address + 1))
    }
    this.heard[address] = listenings
    return true
  }

  ignore(): void {
    this.listener = undefined
  }

  word(address: number): number {
    if (this.listener !== undefined && this.isNews(address)) this.listener.reads(address)
    return this.raw[address] as number
  }

  wordsAt(from: number, to: number): Int32Array {
    if (this.listener !== undefined) {
      for (let address = from; address < to; address++) this.word(address)
    }
    return this.raw.subarray(from, to)
  }

  write(address: number, value: number): void {
    if (this.listener !== undefined && this.isNews(address)) this.listener.writes(address)
    const old = this.raw[address] as number
    if (old === value) return
    this.raw[address] = value
    if (this.trailLength + 2 > this.trail.length) this.trail = grown(this.trail)
    this.trail[this.trailLength++] = address
    this.trail[this.trailLength++] = old
  }

  allocate(kind: ObjectKind, size: number): number {
    const hole = this.isBased ? this.young.findHole(this.arena, size) : 0
    if (hole === 0) return allocateInArena(this, kind, size)
    this.write(hole, kind | (size << SIZE_SHIFT))
    return hole
  }

  reserve(size: number, owner: number): number {
    const address = this.place(size, owner)
    if (address + size > this.limitWords) throw new LimitError('heap', this.limitWords)
    this.ensure(address + size)
    return address
  }

  private place(size: number, owner: number): number {
    const region = this.regions.of(owner)
    if (size === this.stackWords) return region
    const end = this.word(threadAddress(owner) + THREAD.arenaEnd)
    const next = end === 0 ? region + this.stackWords : end
    if (next + size <= this.regions.of(owner + 1) && next >= region) return next
    this.hasOverflown = true
    const beyond = this.regions.of(MAXIMUM_THREADS)
    const chunk = Math.max(beyond, this.word(MACHINE.nextChunk))
    this.write(MACHINE.nextChunk, chunk + size)
    return chunk
  }

  ensure(end: number): void {
    if (end <= this.raw.length) return
    const size = Math.min(this.limitWords, Math.max(end, this.raw.length * 2))
    this.raw = grown(this.raw, size)
    this.seen = new Int32Array(size)
    this.sweep = 0
    if (!this.isBased) return
    this.base = grown(this.base, size)
  }

  /** Makes the present state the base; it must be settled. */
  setBase(): void {
    this.isBased = true
    this.copyBase()
    for (let thread = 0; thread < MAXIMUM_THREADS; thread++) {
      const control = threadAddress(thread)
      const next = this.raw[control + THREAD.arenaNext] as number
      const zone = this.regions.of(thread) + this.stackWords
      this.regions.youngStart[thread] = next === 0 ? zone : next
    }
    this.differingCount = 0
    this.begin()
  }

  /** Only what is in use: the rest is zero in both, and most of it the system has not even given us. */
  private copyBase(): void {
    if (this.hasOverflown) {
      this.base = this.raw.slice()
      return
    }
    this.base = new Int32Array(this.raw.length)
    const copy = (from: number, to: number): void => {
      this.base.set(this.raw.subarray(from, to), from)
    }
    copy(0, this.regionsStart)
    for (let thread = 0; thread < (this.raw[MACHINE.threadCount] as number); thread++) {
      const control = threadAddress(thread)
      const region = this.regions.of(thread)
      // The whole stack: above its top may stand what a step left there and a later one clears.
      copy(region, region + this.stackWords)
      copy(region + this.stackWords, this.raw[control + THREAD.arenaNext] as number)
    }
  }

  /** A transition begins at the present state: `undo` will come back to it. */
  begin(): void {
    this.trailLength = 0
    this.changedCount = 0
    this.savedLow = this.hashLow
    this.savedHigh = this.hashHigh
  }

  /** Clears what is unreachable and brings the fingerprint up to date. Cost: the difference to the base. */
  settle(): void {
    if (this.isBased && !this.hasOverflown) this.young.collect()
    this.sumUp()
  }

  /**
   * Marks as shared what the transition has put where others may find it. False where that cannot be done: the machine asks
   * of such an object whether it is shared.
   */
  share(): boolean {
    let canShare = true
    for (let i = 0; i < this.trailLength; i += 2) {
      const address = this.trail[i] as number
      const word = this.raw[address] as number
      if (!this.young.keepsPrivacy(this.regions.ownerOf(address), word)) canShare = false
    }
    return canShare
  }

  /** As `settle`, but the fingerprint is left as it is. */
  settleChanges(): void {
    if (this.isBased && !this.hasOverflown) this.young.collect()
    this.gather()
  }

  /** As `settleChanges`, but clears only what threads that it changed made for themselves and do not reach any more. */
  settlePrivate(): void {
    const threads = new Set<number>()
    for (let i = 0; i < this.trailLength; i += 2) {
      threads.add(this.regions.ownerOf(this.trail[i] as number))
    }
    for (const thread of threads) if (thread !== NOBODY) this.young.collectPrivate(thread)
    this.gather()
  }

  private sumUp(): void {
    this.gather()
    this.hashLow = this.savedLow
    this.hashHigh = this.savedHigh
    for (let i = 0; i < this.changedCount; i++) {
      const address = this.changed[i] as number
      const [old, value] = [this.olds[i] as number, this.raw[address] as number]
      this.hashLow ^= changeLow(address, old, value)
      this.hashHigh ^= changeHigh(address, old, value)
    }
  }

  /** Finds what the transition has changed in the end. */
  private gather(): void {
    const sweep = this.nextSweep()
    this.changedCount = 0
    for (let i = 0; i < this.trailLength; i += 2) {
      const address = this.trail[i] as number
      if (this.seen[address] === sweep) continue
      this.seen[address] = sweep
      const old = this.trail[i + 1] as number
      if (old === this.raw[address]) continue
      if (this.changedCount === this.changed.length) {
        this.changed = grown(this.changed)
        this.olds = grown(this.olds)
      }
      this.olds[this.changedCount] = old
      this.changed[this.changedCount++] = address
    }
  }

  /** Makes the settled transition part of the state at hand, from which another may begin. */
  commit(): void {
    const sweep = this.nextSweep()
    for (let i = 0; i < this.differingCount; i++) this.seen[this.differing[i] as number] = sweep
    for (let i = 0; i < this.changedCount; i++) {
      const address = this.changed[i] as number
      if (this.seen[address] === sweep) continue
      if (this.differingCount === this.differing.length) this.differing = grown(this.differing)
      this.differing[this.differingCount++] = address
    }
    this.begin()
  }

  /** A moment within the transition. */
  mark(): TrailMark {
    return this.trailLength
  }

  /** Takes back what was written since `mark`. */
  undoTo(mark: TrailMark): void {
    while (this.trailLength > mark) {
      const old = this.trail[--this.trailLength] as number
      const address = this.trail[--this.trailLength] as number
      this.raw[address] = old
      this.listener?.restores(address)
    }
  }

  /** Takes the transition back. */
  undo(): void {
    this.undoTo(0)
    this.changedCount = 0
    this.hashLow = this.savedLow
    this.hashHigh = this.savedHigh
  }

  /** Where the region of a thread begins: its stack, then its objects, up to the region of the next. */
  regionOf(thread: number): number {
    return this.regions.of(thread)
  }

  /** The thread in whose region the word lies; undefined where it is in none. */
  regionAt(address: number): number | undefined {
    const thread = this.regions.threadAt(address)
    return thread === NOBODY ? undefined : thread
  }

  /** The thread whose control block or region holds the word; undefined where it is nobody's. */
  threadAt(address: number): number | undefined {
    const isControl = address >= threadAddress(0) && address < threadAddress(MAXIMUM_THREADS)
    if (!isControl) return this.regionAt(address)
    return Math.floor((address - threadAddress(0)) / THREAD_WORDS)
  }

  /** Words at which the settled state differs from the base. */
  eachDifference(visit: (address: number, value: number) => void): void {
    const sweep = this.nextSweep()
    const look = (address: number): void => {
      if (this.seen[address] === sweep) return
      this.seen[address] = sweep
      const value = this.raw[address] as number
      if (value !== this.base[address]) visit(address, value)
    }
    for (let i = 0; i < this.differingCount; i++) look(this.differing[i] as number)
    for (let i = 0; i < this.changedCount; i++) look(this.changed[i] as number)
  }

  eachDifferent(visit: (address: number) => void): void {
    for (let i = 0; i < this.differingCount; i++) visit(this.differing[i] as number)
    for (let i = 0; i < this.trailLength; i += 2) visit(this.trail[i] as number)
  }

  /** After `settle`: how many words the transition has changed. */
  get changes(): number {
    return this.changedCount
  }

  /** Where change number `i` is. */
  changedAt(i: number): number {
    return this.changed[i] as number
  }

  /** What stood there before change number `i`. */
  changedFrom(i: number): number {
    return this.olds[i] as number
  }

  /** The word there in the base. */
  baseOf(address: number): number {
    return this.base[address] as number
  }

  /** Whether the object at `address` was made after the base: another may stand there later. */
  isYoung(address: number): boolean {
    return this.isBased && this.young.isYoung(address)
  }

  /** Words that `encode` needs at most for the settled state. */
  get encodedSize(): number {
    return 2 * (this.differingCount + this.changedCount)
  }

  /** Writes the settled state's difference to the base as pairs of address and value; answers where it ends. */
  encode(into: Int32Array, from: number): number {
    let end = from
    this.eachDifference((address, value) => {
      into[end++] = address
      into[end++] = value
    })
    return end
  }

  /** Goes to an encoded state, whose fingerprint is given. The state left must have been settled or undone. */
  restore(encoded: Int32Array, from: number, end: number, hashLow: number, hashHigh: number): void {
    this.toBase()
    while (end - from > 2 * this.differing.length) this.differing = grown(this.differing)
    for (let i = from; i < end; i += 2) {
      const address = encoded[i] as number
      this.raw[address] = encoded[i + 1] as number
      this.differing[this.differingCount++] = address
    }
    this.hashLow = hashLow
    this.hashHigh = hashHigh
    this.begin()
  }

  /** Goes back to the base, whose fingerprint is given. */
  restoreBase(hashLow: number, hashHigh: number): void {
    this.restore(this.differing, 0, 0, hashLow, hashHigh)
  }

  private toBase(): void {
    for (let i = 0; i < this.trailLength; i += 2) this.reset(this.trail[i] as number)
    for (let i = 0; i < this.differingCount; i++) this.reset(this.differing[i] as number)
    this.differingCount = 0
  }

  private reset(address: number): void {
    this.raw[address] = this.base[address] as number
  }

  private nextSweep(): number {
    return ++this.sweep
  }
}

/** What the lower half of a fingerprint changes by when a word does. */
export function changeLow(address: number, old: number, value: number): number {
  return lowOf(address, old) ^ lowOf(address, value)
}

/** The same of the upper half. */
export function changeHigh(address: number, old: number, value: number): number {
  return highOf(address, old) ^ highOf(address, value)
}

/** What a word is in the lower half of a fingerprint. */
export function lowOf(address: number, word: number): number {
  return word === 0 ? 0 : mix(address, word, LOW_LANE)
}

/** The same of the upper half. */
export function highOf(address: number, word: number): number {
  return word === 0 ? 0 : mix(address, word, HIGH_LANE)
}

/** Hears of addresses, once of each what happens there first, and besides whenever it gets back what it had. */
export interface MemoryListener {
  reads(address: number): void
  writes(address: number): void
  restores(address: number): void
}
