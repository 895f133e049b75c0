/**
 * The memory of an exploration. Three things differ from a run's:
 *
 * - Each thread's stack and objects stand in a region of its own, so that addresses do not depend on who asked first:
 *   interleavings that lead to the same state lead to the same words.
 * - A state is kept as its difference to the *base*, the state in which the first choice is made. The fingerprint (64 bits,
 *   exclusive-or of a mix of address and value of every non-zero word, after Zobrist 1970) is brought up to date once a
 *   transition, from its net changes.
 * - Objects made after the base that nothing reaches any more are cleared and their words used again, so that a loop
 *   which makes and drops objects comes back to states it was in. (Conservative: any word that looks like a reference
 *   keeps its object; one kept in vain makes two states of one, which costs time and never hides anything.)
 */
import {
  allocateInArena,
  CHUNK_WORDS,
  isPointer,
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

/** Words for a thread's objects, which stand behind its stack. The main thread makes most of them. */
const MAIN_OBJECT_WORDS = 8 * CHUNK_WORDS
const OBJECT_WORDS = 2 * CHUNK_WORDS
/** Threads besides the main one for which room is made at once. */
const FIRST_THREADS = 4

const LOW_LANE = 0x9e3779b1
const HIGH_LANE = 0x85ebca77

export class ExploredMemory implements GrowingMemory {
  words: Int32Array
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
  private savedLow = 0
  private savedHigh = 0
  /** Number of the sweep that saw the word last. */
  private seen: Int32Array
  private sweep = 0
  /** By thread: where objects made after the base begin. Empty before `setBase`. */
  private readonly youngStart = new Int32Array(MAXIMUM_THREADS)
  private isBased = false
  /** Some thread used up its region: addresses beyond depend on the order, and are never used again. */
  private hasOverflown = false
  private hasHoles = false

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
    const words = Math.min(limitWords, this.regionOf(FIRST_THREADS + 1))
    this.words = new Int32Array(words)
    this.seen = new Int32Array(words)
  }

  write(address: number, value: number): void {
    const old = this.words[address] as number
    if (old === value) return
    this.words[address] = value
    if (this.trailLength + 2 > this.trail.length) this.trail = doubled(this.trail)
    this.trail[this.trailLength++] = address
    this.trail[this.trailLength++] = old
  }

  allocate(kind: ObjectKind, size: number): number {
    const hole = this.hasHoles ? this.findHole(size) : 0
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
    const region = this.regionOf(owner)
    if (size === this.stackWords) return region
    const end = this.words[threadAddress(owner) + THREAD.arenaEnd] as number
    const next = end === 0 ? region + this.stackWords : end
    if (next + size <= this.regionOf(owner + 1) && next >= region) return next
    this.hasOverflown = true
    const beyond = this.regionOf(MAXIMUM_THREADS)
    const chunk = Math.max(beyond, this.words[MACHINE.nextChunk] as number)
    this.write(MACHINE.nextChunk, chunk + size)
    return chunk
  }

  /** Where the region of a thread begins: its stack, then its objects, up to the region of the next. */
  regionOf(thread: number): number {
    const main = thread === 0 ? 0 : this.stackWords + MAIN_OBJECT_WORDS
    return this.regionsStart + main + Math.max(0, thread - 1) * this.regionWords
  }

  /** Words of the region of any thread but the main one. */
  private get regionWords(): number {
    return this.stackWords + OBJECT_WORDS
  }

  ensure(end: number): void {
    if (end <= this.words.length) return
    const size = Math.min(this.limitWords, Math.max(end, this.words.length * 2))
    const grown = new Int32Array(size)
    grown.set(this.words)
    this.words = grown
    this.seen = new Int32Array(size)
    this.sweep = 0
    if (!this.isBased) return
    const base = new Int32Array(size)
    base.set(this.base)
    this.base = base
  }

  /** Makes the present state the base; it must be settled. */
  setBase(): void {
    this.isBased = true
    this.copyBase()
    for (let thread = 0; thread < MAXIMUM_THREADS; thread++) {
      const control = threadAddress(thread)
      const next = this.words[control + THREAD.arenaNext] as number
      const zone = this.regionOf(thread) + this.stackWords
      this.youngStart[thread] = next === 0 ? zone : next
    }
    this.differingCount = 0
    this.begin()
  }

  /** Only what is in use: the rest is zero in both, and most of it the system has not even given us. */
  private copyBase(): void {
    if (this.hasOverflown) {
      this.base = this.words.slice()
      return
    }
    this.base = new Int32Array(this.words.length)
    const copy = (from: number, to: number): void => {
      this.base.set(this.words.subarray(from, to), from)
    }
    copy(0, this.regionsStart)
    for (let thread = 0; thread < (this.words[MACHINE.threadCount] as number); thread++) {
      const control = threadAddress(thread)
      const region = this.regionOf(thread)
      // The whole stack: above its top may stand what a step left there and a later one clears.
      copy(region, region + this.stackWords)
      copy(region + this.stackWords, this.words[control + THREAD.arenaNext] as number)
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
    if (this.isBased && !this.hasOverflown) this.collect()
    const sweep = this.nextSweep()
    this.changedCount = 0
    for (let i = 0; i < this.trailLength; i += 2) {
      const address = this.trail[i] as number
      if (this.seen[address] === sweep) continue
      this.seen[address] = sweep
      const old = this.trail[i + 1] as number
      const value = this.words[address] as number
      if (old === value) continue
      this.rehash(address, old, value)
      if (this.changedCount === this.changed.length) this.changed = doubled(this.changed)
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
      if (this.differingCount === this.differing.length) this.differing = doubled(this.differing)
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
      this.words[this.trail[--this.trailLength] as number] = old
    }
  }

  /** Takes the transition back. */
  undo(): void {
    this.undoTo(0)
    this.changedCount = 0
    this.hashLow = this.savedLow
    this.hashHigh = this.savedHigh
  }

  /** The thread in whose region the word lies; undefined where it is in none. */
  regionAt(address: number): number | undefined {
    if (address < this.regionsStart) return undefined
    const others = Math.floor((address - this.regionOf(1)) / this.regionWords)
    const thread = Math.max(0, others + 1)
    return thread < MAXIMUM_THREADS ? thread : undefined
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
      const value = this.words[address] as number
      if (value !== this.base[address]) visit(address, value)
    }
    for (let i = 0; i < this.differingCount; i++) look(this.differing[i] as number)
    for (let i = 0; i < this.changedCount; i++) look(this.changed[i] as number)
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
    while (end - from > 2 * this.differing.length) this.differing = doubled(this.differing)
    for (let i = from; i < end; i += 2) {
      const address = encoded[i] as number
      this.words[address] = encoded[i + 1] as number
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
    this.words[address] = this.base[address] as number
  }

  private rehash(address: number, old: number, value: number): void {
    if (old !== 0) {
      this.hashLow ^= mix(address, old, LOW_LANE)
      this.hashHigh ^= mix(address, old, HIGH_LANE)
    }
    if (value !== 0) {
      this.hashLow ^= mix(address, value, LOW_LANE)
      this.hashHigh ^= mix(address, value, HIGH_LANE)
    }
  }

  private nextSweep(): number {
    return ++this.sweep
  }

  // What follows clears young objects that nothing reaches.

  private collect(): void {
    const threads = this.words[MACHINE.threadCount] as number
    let hasYoung = false
    for (let thread = 0; thread < threads; thread++) {
      if (this.youngEnd(thread) > (this.youngStart[thread] as number)) hasYoung = true
    }
    if (!hasYoung) return
    const objects = this.youngObjects(threads)
    this.clearUnreached(threads, this.reached(objects))
  }

  private youngEnd(thread: number): number {
    return this.words[threadAddress(thread) + THREAD.arenaNext] as number
  }

  /** Addresses of young objects (and holes), as a set. */
  private youngObjects(threads: number): Set<number> {
    const objects = new Set<number>()
    for (let thread = 0; thread < threads; thread++) {
      const end = this.youngEnd(thread)
      for (let a = this.youngStart[thread] as number; a < end; a += this.sizeAt(a)) objects.add(a)
    }
    return objects
  }

  private sizeAt(address: number): number {
    return Math.max(1, (this.words[address] as number) >>> SIZE_SHIFT)
  }

  /** Whether the object at `address` was made after the base: another may stand there later. */
  isYoung(address: number): boolean {
    if (!this.isBased) return false
    const others = Math.floor((address - this.regionOf(1)) / this.regionWords)
    const thread = address < this.regionsStart ? -1 : Math.max(0, others + 1)
    if (thread < 0 || thread >= MAXIMUM_THREADS) return false
    return address >= (this.youngStart[thread] as number) && address < this.youngEnd(thread)
  }

  private reached(objects: ReadonlySet<number>): Set<number> {
    const reached = new Set<number>()
    const pending: number[] = []
    const look = (word: number): void => {
      for (const address of [word >>> 1, word]) {
        const isReference = address === word || isPointer(word)
        if (isReference && objects.has(address) && !reached.has(address)) {
          reached.add(address)
          pending.push(address)
        }
      }
    }
    // Only words that differ from the base can lead to what was made after it.
    for (let i = 0; i < this.differingCount; i++) this.root(this.differing[i] as number, look)
    for (let i = 0; i < this.trailLength; i += 2) this.root(this.trail[i] as number, look)
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const end = next + this.sizeAt(next)
      for (let a = next + 1; a < end; a++) look(this.words[a] as number)
    }
    return reached
  }

  private root(address: number, look: (word: number) => void): void {
    if (this.isYoung(address)) return
    // Where the next object goes is no reference to the one that may stand there.
    if (this.isArenaField(address)) return
    look(this.words[address] as number)
  }

  private isArenaField(address: number): boolean {
    const field = (address - threadAddress(0)) % (threadAddress(1) - threadAddress(0))
    const isControl = address >= threadAddress(0) && address < threadAddress(MAXIMUM_THREADS)
    return isControl && (field === THREAD.arenaNext || field === THREAD.arenaEnd)
  }

  private clearUnreached(threads: number, reached: ReadonlySet<number>): void {
    this.hasHoles = false
    for (let thread = 0; thread < threads; thread++) {
      const end = this.youngEnd(thread)
      let last = this.youngStart[thread] as number
      for (let a = last; a < end;) {
        const size = this.sizeAt(a)
        if (reached.has(a)) last = a + size
        else this.clear(a, size)
        a += size
      }
      if (last < end) {
        for (let a = last; a < end; a++) this.write(a, 0)
        this.write(threadAddress(thread) + THREAD.arenaNext, last)
      }
    }
  }

  /** Leaves a hole: a header of kind 0 with the size, so that objects can still be walked. */
  private clear(address: number, size: number): void {
    this.hasHoles = true
    this.write(address, size << SIZE_SHIFT)
    for (let a = address + 1; a < address + size; a++) this.write(a, 0)
  }

  /** The first hole of exactly `size` words in the arena of the thread at hand, or 0. */
  private findHole(size: number): number {
    const end = this.youngEnd(this.arena)
    const header = size << SIZE_SHIFT
    for (let a = this.youngStart[this.arena] as number; a < end; a += this.sizeAt(a)) {
      if (this.words[a] === header) return a
    }
    return 0
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2)
  grown.set(array)
  return grown
}
