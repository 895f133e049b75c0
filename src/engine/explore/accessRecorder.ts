/**
 * Listens to the machine as a trace would, and keeps of each step only what it touched, what it printed and how a thread
 * ended. Locks get bits in the order in which they are first seen; those beyond the bits count as never held, which makes
 * the search larger and never wrong.
 */
import { EVENT, orderingOf, type EventCode } from '../trace'
import { holderOf, OBJECT, textOfString, type Recorder } from '../machine'
import { MODE, PLACE, WHOLE, type Access, type Mode } from './access'
import type { HistoryEvent } from './accessHistory'
import type { ExploredMemory } from './exploredMemory'

const LOCK_BITS = 30

/** A thread ended with an exception. */
export interface EndedByException {
  readonly thread: number
  /** The exception value. */
  readonly exception: number
}

const IGNORED: ReadonlySet<number> = new Set([
  EVENT.begin,
  EVENT.joinWait,
  EVENT.join,
  EVENT.block,
  EVENT.initial,
  EVENT.sleep,
  EVENT.wake,
  EVENT.progress,
])

const DATA: ReadonlyMap<number, Mode> = new Map([
  [EVENT.read, MODE.read],
  [EVENT.write, MODE.write],
  [EVENT.callRead, MODE.read],
  [EVENT.callWrite, MODE.write],
  [EVENT.databaseRead, MODE.read],
  [EVENT.databaseCommit, MODE.write],
])

/** Operations that look at a shared object and leave it as it is. */
const READING: ReadonlySet<number> = new Set([EVENT.acquireFailed, EVENT.databaseBusy, EVENT.look])

export class AccessRecorder implements Recorder {
  readonly isTextless = true
  /** Of the step at hand, in order. */
  accesses: Access[] = []
  /** Of the step at hand: accesses to data and what orders them. */
  events: HistoryEvent[] = []
  failure: EndedByException | undefined
  /** Whether the step at hand marked progress. */
  hasProgressed = false
  /** Text printed by the step at hand. */
  printed = ''
  /** Thread that the step at hand started. */
  started: number | undefined
  /** The running thread; set before each step. */
  thread = 0
  /** Lock addresses by bit. */
  readonly locks: number[] = []
  /** Pairs of locks of which the second was taken while the first was held: bit numbers, first × 32 + second. */
  readonly lockOrder = new Set<number>()
  private readonly bits = new Map<number, number>()
  private held = 0
  /** The container whose element the next event is about; 0 for none. */
  private container = 0

  /** `observesOutput`: whether what is printed, and in which order, is part of a state. */
  constructor(private readonly observesOutput: boolean) {}

  private memory: ExploredMemory | undefined

  /** Before the first step: the memory that addresses are of. */
  attach(memory: ExploredMemory): void {
    this.memory = memory
  }

  /** A step of `thread` begins. */
  begin(thread: number): void {
    this.accesses = []
    this.events = []
    this.failure = undefined
    this.hasProgressed = false
    this.printed = ''
    this.started = undefined
    this.thread = thread
    this.held = this.heldLocks(thread)
  }

  /** Locks that `thread` holds, as bits. */
  heldLocks(thread: number): number {
    let held = 0
    const { locks, memory } = this
    if (memory === undefined) return 0
    for (let i = 0; i < locks.length; i++) {
      if (holderOf(memory.raw[(locks[i] as number) + 1] as number) === thread) held |= 1 << i
    }
    return held
  }

  /** The bit of a lock, 0 when there are too many. */
  lockBit(lock: number): number {
    let bit = this.bits.get(lock)
    if (bit !== undefined) return bit
    // An address that another object may have later is no name of a lock.
    const isKept = this.locks.length < LOCK_BITS && this.memory?.isYoung(lock) !== true
    bit = isKept ? 1 << this.locks.length : 0
    if (bit !== 0) this.locks.push(lock)
    this.bits.set(lock, bit)
    return bit
  }

  /** Notes what another search has seen: the lock at `second` was taken while that at `first` was held. */
  noteLockOrder(first: number, second: number): void {
    const taken = this.lockBit(second)
    if (taken !== 0) this.noteOrder(this.lockBit(first), taken)
  }

  within(container: number): void {
    this.container = container
  }

  record(kind: EventCode, _detail: number, line: number, place: number, value: number): void {
    const before = this.accesses.length
    this.note(kind, line, place, value)
    const last = this.accesses.length > before ? this.accesses.at(-1) : undefined
    const access = last?.isData === true ? last : undefined
    const isOrdering = kind === EVENT.join ? value === 0 : orderingOf(kind) !== 'nothing'
    if (access !== undefined || isOrdering) this.events.push({ kind, place, access })
  }

  private note(kind: EventCode, line: number, place: number, value: number): void {
    if (kind === EVENT.progress) this.hasProgressed = true
    if (IGNORED.has(kind)) return
    const mode = DATA.get(kind)
    if (mode !== undefined) this.data(mode, line, place)
    else if (kind === EVENT.acquire) this.take(line, place)
    else if (kind === EVENT.end) this.end(line, value)
    else if (kind === EVENT.print) this.print(line, value)
    else if (kind === EVENT.start) {
      this.started = place
      this.add(PLACE.lifecycle, WHOLE, MODE.update, line)
    } else this.add(place, WHOLE, READING.has(kind) ? MODE.read : MODE.write, line)
  }

  private data(mode: Mode, line: number, place: number): void {
    const within = this.container
    this.container = 0
    const isElement = within !== 0
    const at = isElement ? within : place
    const part = isElement ? this.partOf(within, place) : WHOLE
    this.accesses.push({ place: at, part, mode, locks: this.held, isData: true, line })
  }

  /** Number of a list's element, hash of a dict's key: the same wherever the container keeps it. */
  private partOf(container: number, slot: number): number {
    const { memory } = this
    if (memory === undefined) return WHOLE
    const kind = memory.word(container) & 0xff
    if (kind === OBJECT.list) return slot - (memory.word(container + 2) >>> 1)
    return kind === OBJECT.dict ? memory.word(slot - 2) >>> 1 : WHOLE
  }

  private take(line: number, lock: number): void {
    const bit = this.lockBit(lock)
    const locks = this.held | bit
    if (bit !== 0 && (this.held & ~bit) !== 0) this.noteOrder(this.held & ~bit, bit)
    this.accesses.push({ place: lock, part: WHOLE, mode: MODE.write, locks, isData: false, line })
  }

  private noteOrder(held: number, taken: number): void {
    const second = 31 - Math.clz32(taken)
    for (let first = 0; first < LOCK_BITS; first++) {
      if ((held & (1 << first)) !== 0) this.lockOrder.add(first * 32 + second)
    }
  }

  private end(line: number, exception: number): void {
    if (exception !== 0) this.failure = { thread: this.thread, exception }
    this.add(PLACE.lifecycle, WHOLE, MODE.update, line)
  }

  private print(line: number, value: number): void {
    if (!this.observesOutput || this.memory === undefined) return
    this.printed += textOfString(this.memory, value)
    this.add(PLACE.output, WHOLE, MODE.write, line)
  }

  private add(place: number, part: number, mode: Mode, line: number): void {
    this.accesses.push({ place, part, mode, locks: this.held, isData: false, line })
  }

  /** A visible step that touched nothing which the trace would show: it may have looked at anything. */
  addUnknown(line: number): void {
    this.add(PLACE.anything, WHOLE, MODE.read, line)
  }
}
