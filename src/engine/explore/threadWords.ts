/**
 * What makes up a thread, told without saying which thread it is: where it stands, its frames and operands, its objects,
 * the locks that it holds. References into its own region are told by their distance from the beginning of it, everything
 * else as it is. Two threads that are told alike can change places, unless something outside them tells them apart.
 *
 * Told wholly or not at all: a thread with objects that hash by their address, or whose text shows it, is not told, nor
 * one that waits for another thread.
 */
import type { Program } from '../bytecode'
import {
  BEGIN,
  FRAME,
  FUNCTION_MASK,
  holderOf,
  isPointer,
  OBJECT,
  SIZE_SHIFT,
  THREAD,
  threadAddress,
  WAIT,
} from '../machine'
import type { ExploredMemory } from './exploredMemory'

export type WordListener = (word: number) => void

/** Stands before a distance. No word of a value (value.ts), so that nothing else is told like it. */
const OWN = 12

/**
 * How each field of the control block is told: a number, 0 or an address within the thread's region, a value. The rest says
 * where the region is, and which thread it is: in that equal threads differ.
 */
const TOLD_AS: Readonly<
  Record<keyof typeof THREAD, 'number' | 'ownAddress' | 'value' | 'identity'>
> = {
  status: 'number',
  pc: 'number',
  waitKind: 'number',
  waitObject: 'number',
  dueLow: 'number',
  dueHigh: 'number',
  isBlockTraced: 'number',
  stage: 'number',
  stageData: 'number',
  waitOperation: 'number',
  frame: 'ownAddress',
  top: 'ownAddress',
  arenaNext: 'ownAddress',
  arenaEnd: 'ownAddress',
  exception: 'value',
  answers: 'value',
  openContainers: 'value',
  stackStart: 'identity',
  stackEnd: 'identity',
  object: 'identity',
}

function fieldsToldAs(how: string): readonly number[] {
  return Object.entries(TOLD_AS).flatMap(([name, as]) =>
    as === how ? [THREAD[name as keyof typeof THREAD]] : [],
  )
}

const NUMBERS = fieldsToldAs('number')
const OWN_ADDRESSES = fieldsToldAs('ownAddress')
const VALUES = fieldsToldAs('value')

/** What a thread may wait for: nothing, or an object that stands outside all regions but the main thread's. */
const TOLD_WAITS: ReadonlySet<number> = new Set([
  WAIT.none,
  WAIT.lock,
  WAIT.timedLock,
  WAIT.sleep,
  WAIT.primitive,
  WAIT.timedPrimitive,
])

/** By kind of object, which of its words (counted from the header) are values; all others are told as they are. */
const VALUE_WORDS: ReadonlyMap<number, (at: number) => boolean> = new Map<
  number,
  (at: number) => boolean
>([
  // A hole between objects.
  [0, () => false],
  [OBJECT.float, () => false],
  [OBJECT.bigInteger, () => false],
  [OBJECT.string, () => false],
  [OBJECT.bytes, () => false],
  [OBJECT.tuple, (at) => at >= 2],
  [OBJECT.list, (at) => at === 2],
  [OBJECT.listStorage, () => true],
  [OBJECT.range, (at) => at <= 3],
  [OBJECT.iterator, (at) => at === 1],
  [OBJECT.slice, () => true],
  [OBJECT.boundMethod, () => true],
  [OBJECT.exception, (at) => at !== 3],
  [OBJECT.cell, (at) => at === 1],
])

/** Offset of an iterator's variety, and the last of those that a loop makes by itself and no program can look at. */
const VARIETY = 4
const LAST_LOOP_VARIETY = 8

export class ThreadWords {
  private start = 0
  private end = 0
  private isTold = true

  /** `locks`: addresses of the locks that the threads may hold. */
  constructor(
    private readonly program: Program,
    private readonly memory: ExploredMemory,
    private readonly locks: readonly number[],
  ) {}

  /** Tells the words of `thread`; false where it cannot be told. Cost: linear in them. */
  tell(thread: number, hear: WordListener): boolean {
    const { memory } = this
    const control = threadAddress(thread)
    this.start = memory.regionOf(thread)
    this.end = memory.regionOf(thread + 1)
    this.isTold = TOLD_WAITS.has(memory.raw[control + THREAD.waitKind] as number)
    this.tellControl(control, hear)
    this.tellStack(control, hear)
    this.tellObjects(control, hear)
    for (const lock of this.locks) {
      if (holderOf(memory.raw[lock + 1] as number) === thread) hear(lock)
    }
    return this.isTold
  }

  private tellControl(control: number, hear: WordListener): void {
    const { memory } = this
    const { raw: words } = memory
    // What it will begin with stands in its thread object.
    if (words[control + THREAD.pc] === BEGIN) this.isTold = false
    for (const field of NUMBERS) hear(words[control + field] as number)
    for (const field of OWN_ADDRESSES) hear(this.distance(words[control + field] as number))
    for (const field of VALUES) this.tellValue(words[control + field] as number, hear)
    if (this.isForeign(words[control + THREAD.waitObject] as number)) this.isTold = false
  }

  /** Headers of frames, and values between them. */
  private tellStack(control: number, hear: WordListener): void {
    const { raw: words } = this.memory
    const frames: number[] = []
    for (let frame = words[control + THREAD.frame] as number; frame !== 0;) {
      frames.push(frame)
      frame = words[frame] as number
    }
    const top = words[control + THREAD.top] as number
    for (let a = words[control + THREAD.stackStart] as number; a < top; a++) {
      if (a === frames.at(-1)) {
        frames.pop()
        this.tellFrame(a, hear)
        a += FRAME.locals - 1
      } else this.tellValue(words[a] as number, hear)
    }
  }

  /**
   * Below the first frame is nothing: that it was called where the thread was made is of no use to a function of the
   * program. (The line of what a routine does is that of its call: a thread that runs one is not told.)
   */
  private tellFrame(frame: number, hear: WordListener): void {
    const { raw: words } = this.memory
    const caller = words[frame + FRAME.caller] as number
    const code = words[frame + FRAME.function] as number
    hear(this.distance(caller))
    hear(code)
    if (caller !== 0) hear(words[frame + FRAME.callPc] as number)
    else if (this.isRoutine(code & FUNCTION_MASK)) this.isTold = false
  }

  private isRoutine(index: number): boolean {
    const { functions, routinesStart } = this.program
    return (functions[index]?.entry ?? 0) >= routinesStart
  }

  private tellObjects(control: number, hear: WordListener): void {
    const { raw: words } = this.memory
    const next = words[control + THREAD.arenaNext] as number
    if (next > this.end) this.isTold = false
    for (let a = words[control + THREAD.stackEnd] as number; a < Math.min(next, this.end);) {
      const header = words[a] as number
      hear(header)
      this.tellObject(a, header, hear)
      a += Math.max(1, header >>> SIZE_SHIFT)
    }
  }

  private tellObject(address: number, header: number, hear: WordListener): void {
    const { raw: words } = this.memory
    const kind = header & 0xff
    const isValue = VALUE_WORDS.get(kind)
    const isLookedAt =
      kind === OBJECT.iterator && (words[address + VARIETY] as number) > LAST_LOOP_VARIETY
    if (isValue === undefined || isLookedAt) {
      this.isTold = false
      return
    }
    for (let at = 1; at < header >>> SIZE_SHIFT; at++) {
      const word = words[address + at] as number
      if (isValue(at)) this.tellValue(word, hear)
      else hear(word)
    }
  }

  private tellValue(value: number, hear: WordListener): void {
    if (isPointer(value)) {
      const address = value >>> 1
      if (address >= this.start && address < this.end) {
        hear(OWN)
        hear(address - this.start)
        return
      }
      // An object of another thread, which would have to change places as well.
      if (this.isForeign(address)) this.isTold = false
    }
    hear(value)
  }

  /** Whether the word lies in the region of a thread other than the main one. */
  private isForeign(address: number): boolean {
    return (this.memory.regionAt(address) ?? 0) > 0
  }

  private distance(address: number): number {
    return address === 0 ? 0 : address - this.start
  }
}
