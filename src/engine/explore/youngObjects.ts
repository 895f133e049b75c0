/**
 * Clears objects made after the base that nothing reaches any more, so that their words are used again and a loop which
 * makes and drops objects comes back to states it was in. (Conservative: any word that looks like a reference keeps its
 * object; one kept in vain makes two states of one, which costs time and never hides anything.)
 */
import {
  isPointer,
  MACHINE,
  MAXIMUM_THREADS,
  OBJECT,
  SHARED,
  SIZE_SHIFT,
  THREAD,
  threadAddress,
} from '../machine'
import type { Regions } from './regions'

/** The memory that objects stand in. */
export interface ObjectMemory {
  /** The words themselves. */
  readonly raw: Int32Array
  /** The word there; whoever listens is told. */
  word(address: number): number
  write(address: number, value: number): void
  /** Every address at which the memory may differ from the base, some of them twice. */
  eachDifferent(visit: (address: number) => void): void
}

const KIND_MASK = 0xff

/** Objects of which nobody asks whether they are shared: what never changes, and what containers keep for themselves. */
const QUIET: ReadonlySet<number> = new Set([
  OBJECT.listStorage,
  OBJECT.dictStorage,
  OBJECT.setStorage,
  OBJECT.float,
  OBJECT.bigInteger,
  OBJECT.string,
  OBJECT.bytes,
])

export class YoungObjects {
  /** By address: `sweep` where an object begins, and one more once it is reached. */
  private marks = new Int32Array(0)
  private sweep = 0
  private readonly pending: number[] = []

  constructor(
    private readonly memory: ObjectMemory,
    private readonly regions: Regions,
  ) {}

  /** Clears whatever nothing reaches. */
  collect(): void {
    const threads = this.memory.raw[MACHINE.threadCount] as number
    let hasAny = false
    this.begin()
    for (let thread = 0; thread < threads; thread++) {
      if (!this.hasAny(thread)) continue
      hasAny = true
      this.markObjects(thread)
    }
    if (!hasAny) return
    this.memory.eachDifferent((address) => this.lookFrom(address))
    this.follow()
    for (let thread = 0; thread < threads; thread++) {
      if (this.hasAny(thread)) this.clearUnreached(thread)
    }
  }

  /**
   * Clears of the objects of one thread that nobody else was ever given what the thread itself does not reach. Depends on
   * private words of the thread alone.
   */
  collectPrivate(thread: number): void {
    if (!this.hasAny(thread)) return
    this.begin()
    this.markObjects(thread)
    const end = this.endOf(thread)
    for (let a = this.startOf(thread); a < end; a += this.sizeAt(a)) {
      if (this.isShared(a)) this.reach(a)
    }
    this.memory.eachDifferent((address) => {
      if (this.regions.ownerOf(address) === thread) this.lookFrom(address)
    })
    this.follow()
    this.clearUnreached(thread)
  }

  /** Whether the object at `address` was made after the base: another may stand there later. */
  isYoung(address: number): boolean {
    const thread = this.regions.threadAt(address)
    if (thread < 0) return false
    return address >= (this.regions.youngStart[thread] as number) && address < this.endOf(thread)
  }

  /** Whether the thread has made an object after the base that others were given. */
  hasShared(thread: number): boolean {
    const end = this.endOf(thread)
    for (let a = this.startOf(thread); a < end; a += this.sizeAt(a)) {
      if (this.isShared(a)) return true
    }
    return false
  }

  /**
   * Whether a word of `owner`, as it was written, refers to nothing that another thread made after the base for itself.
   * Where it is the storage of a container, or a number or text that the machine itself put there, it is marked as shared:
   * the machine marks only what threads share by name.
   */
  keepsPrivacy(owner: number, word: number): boolean {
    // Numbers that look like addresses count as such, as in `reached`.
    if (this.isForeign(owner, word)) return false
    const address = word >>> 1
    if (!isPointer(word) || !this.isForeign(owner, address)) return true
    const header = this.memory.raw[address] as number
    if (!QUIET.has(header & KIND_MASK)) return false
    this.memory.write(address, header | SHARED)
    return true
  }

  /** Whether an object begins at `address` that another thread than `owner` has made for itself. */
  private isForeign(owner: number, address: number): boolean {
    if (!this.isYoung(address) || this.regions.threadAt(address) === owner) return false
    return !this.isShared(address) && this.isObject(address)
  }

  /** Whether a young address is where an object begins. */
  private isObject(address: number): boolean {
    let at = this.startOf(this.regions.threadAt(address))
    while (at < address) at += this.sizeAt(at)
    return at === address
  }

  /** The first hole of exactly `size` words among the objects of the thread, or 0. */
  findHole(thread: number, size: number): number {
    const end = this.memory.word(threadAddress(thread) + THREAD.arenaNext)
    const header = size << SIZE_SHIFT
    for (let a = this.startOf(thread); a < end;) {
      const found = this.memory.word(a)
      if (found === header) return a
      a += Math.max(1, found >>> SIZE_SHIFT)
    }
    return 0
  }

  private hasAny(thread: number): boolean {
    return this.endOf(thread) > this.startOf(thread)
  }

  private startOf(thread: number): number {
    return this.regions.youngStart[thread] as number
  }

  private endOf(thread: number): number {
    return this.memory.raw[threadAddress(thread) + THREAD.arenaNext] as number
  }

  private isShared(address: number): boolean {
    return ((this.memory.raw[address] as number) & SHARED) !== 0
  }

  private sizeAt(address: number): number {
    return Math.max(1, (this.memory.raw[address] as number) >>> SIZE_SHIFT)
  }

  private begin(): void {
    if (this.marks.length < this.memory.raw.length) {
      this.marks = new Int32Array(this.memory.raw.length)
      this.sweep = 0
    }
    this.sweep += 2
  }

  /** Marks where young objects (and holes) begin. */
  private markObjects(thread: number): void {
    const end = this.endOf(thread)
    for (let a = this.startOf(thread); a < end; a += this.sizeAt(a)) this.marks[a] = this.sweep
  }

  /** Looks from a word that differs from the base: no other can lead to what was made after it. */
  private lookFrom(address: number): void {
    // Where the next object goes is no reference to the one that may stand there.
    if (this.isYoung(address) || isArenaField(address)) return
    this.look(this.memory.raw[address] as number)
  }

  private look(word: number): void {
    if (this.marks[word] === this.sweep) this.reach(word)
    if (isPointer(word) && this.marks[word >>> 1] === this.sweep) this.reach(word >>> 1)
  }

  private reach(object: number): void {
    if (this.marks[object] !== this.sweep) return
    this.marks[object] = this.sweep + 1
    this.pending.push(object)
  }

  /** Reaches what the reached objects refer to. */
  private follow(): void {
    const { raw } = this.memory
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) {
      const end = next + this.sizeAt(next)
      for (let a = next + 1; a < end; a++) this.look(raw[a] as number)
    }
  }

  private clearUnreached(thread: number): void {
    const end = this.endOf(thread)
    let last = this.startOf(thread)
    for (let a = last; a < end;) {
      const size = this.sizeAt(a)
      if (this.marks[a] === this.sweep + 1) last = a + size
      else this.clear(a, size)
      a += size
    }
    if (last === end) return
    for (let a = last; a < end; a++) this.memory.write(a, 0)
    this.memory.write(threadAddress(thread) + THREAD.arenaNext, last)
  }

  /** Leaves a hole: a header of kind 0 with the size, so that objects can still be walked. */
  private clear(address: number, size: number): void {
    this.memory.write(address, size << SIZE_SHIFT)
    for (let a = address + 1; a < address + size; a++) this.memory.write(a, 0)
  }
}

function isArenaField(address: number): boolean {
  const field = (address - threadAddress(0)) % (threadAddress(1) - threadAddress(0))
  const isControl = address >= threadAddress(0) && address < threadAddress(MAXIMUM_THREADS)
  return isControl && (field === THREAD.arenaNext || field === THREAD.arenaEnd)
}
