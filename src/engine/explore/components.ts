/**
 * A state as a few numbers, its *variables*: for each thread the number of its private part (control block, stack, objects
 * of its own), and each word of nobody that any step has changed. A private part comes up in thousands of states and is
 * kept once (collapse compression, Holzmann 1997). Variables are found on the way: one that a state does not have yet has
 * its initial value there.
 */
import { grown } from '../../base'
import { holderOf, MACHINE, THREAD, THREAD_STATUS, threadAddress, WAIT } from '../machine'
import { changeHigh, changeLow, highOf, lowOf, type ExploredMemory } from './exploredMemory'
import { placeOf } from './place'
import { NOBODY } from './regions'

/** A private part of a thread. */
export interface Part {
  readonly thread: number
  /** Address and value, in turn, of every word that differs from the base. */
  readonly words: Int32Array
  /** What the lower half of a fingerprint changes by because of them, and whose they are. */
  readonly hash: number
  /** The next part with the same hash. */
  readonly next: Part | undefined
  readonly number: number
  /** What the thread waits for. */
  readonly waitKind: number
  readonly waitObject: number
  /** Where the thread stands (place.ts). */
  readonly place: number
  /** Whether an exception has ended the thread. */
  readonly hasFailed: boolean
  /** Whether objects of the thread, made after the base, were given to others. */
  readonly hasShared: boolean
}

/** A private part that a transition changes. */
interface ChangedPart {
  readonly variable: number
  readonly old: Part
  /** Of what it has become: as in Part, and how long its words are. */
  hash: number
  length: number
}

/** What a transition changes of a state. */
export interface Effects {
  /** Variables and their new values, in turn, up to `end`. */
  list: Int32Array
  end: number
  /** Where those begin whose old values do not matter. */
  blindFrom: number
  /** What the fingerprint changes by, but for their old values. */
  low: number
  high: number
}

const NONE: ReadonlySet<number> = new Set()

/** A state: its variables, and its fingerprint. The array may be longer, and another after a variable was found. */
export interface State {
  values: Int32Array
  low: number
  high: number
}

/** All that the components of one search know, for those of another whose machine has the same base. */
export interface KnownComponents {
  readonly count: number
  readonly bytes: number
  readonly owners: readonly number[]
  readonly addresses: readonly number[]
  readonly initials: readonly number[]
  readonly ofThread: readonly number[]
  readonly ofHoldings: readonly number[]
  readonly ofAddress: ReadonlyMap<number, number>
  readonly parts: readonly Part[]
  readonly joined: readonly number[]
  readonly counter: number | undefined
  readonly byHash: ReadonlyMap<number, Part>
  readonly mayHaveShared: boolean
}

/** Owner of a variable that is neither a private part nor a word. */
const HOLDINGS = -2

export class Components {
  /** Variables known. */
  count = 0
  /** What `findEffects` has found last. */
  readonly effects: Effects = {
    list: new Int32Array(1 << 5),
    end: 0,
    blindFrom: 0,
    low: 0,
    high: 0,
  }
  /** Bytes of the private parts, about. */
  bytes = 0
  /** By variable: the thread whose private part it numbers; NOBODY, and the address of the word; HOLDINGS. */
  private readonly owners: number[] = []
  private readonly addresses: number[] = []
  private readonly initials: number[] = []
  /** Variables of threads, of what they hold, and of addresses. */
  private readonly ofThread: number[] = []
  private readonly ofStatus: (number | undefined)[] = []
  private readonly ofHoldings: number[] = []
  private readonly ofAddress = new Map<number, number>()
  private readonly parts: Part[] = []
  /** By part: the thread for whose end its thread waits, or NOBODY. */
  private readonly joined: number[] = []
  /** The variable of how many threads there are. */
  private counter: number | undefined
  private readonly byHash = new Map<number, Part>()
  /** Whether any thread has given others what it made after the base, in any state. */
  mayHaveShared = false
  private encoded = new Int32Array(1 << 8)
  /** Private parts that the transition at hand changes. */
  private readonly changedParts: ChangedPart[] = []
  /** By address: the sweep that saw it last. */
  private seen = new Int32Array(0)
  private sweep = 0

  /** `locks`: addresses of the locks that any step so far has taken. */
  constructor(
    private readonly memory: ExploredMemory,
    private readonly locks: readonly number[],
  ) {}

  /** To be copied, and adopted by components that know nothing yet. */
  get known(): KnownComponents {
    const { count, bytes, owners, addresses, initials, ofThread, ofHoldings, ofAddress } = this
    const { parts, joined, counter, byHash, mayHaveShared } = this
    const variables = { count, owners, addresses, initials, ofThread, ofHoldings, ofAddress }
    return { ...variables, bytes, parts, joined, counter, byHash, mayHaveShared }
  }

  /** Knows from now on what others know, by the same numbers; the locks must be known already. */
  adopt(known: KnownComponents): void {
    Object.assign(this, known)
  }

  /** The variable of the private part of a thread. */
  variableOf(thread: number): number {
    const known = this.ofThread[thread]
    if (known !== undefined) return known
    const initial = this.add(thread, new Int32Array(0), thread, false).number
    return (this.ofThread[thread] = this.make(thread, 0, initial))
  }

  /** The variable that tells which locks a thread holds, as bits. It follows from others. */
  holdingsOf(thread: number): number {
    const known = this.ofHoldings[thread]
    if (known !== undefined) return known
    let held = 0
    for (const [bit, lock] of this.locks.entries()) {
      if (holderOf(this.memory.baseOf(lock + 1)) === thread) held |= 1 << bit
    }
    return (this.ofHoldings[thread] = this.make(HOLDINGS, 0, held))
  }

  /** Locks that a thread holds in a state, as bits. */
  holdingsAt(state: State, thread: number): number {
    const before = this.count
    const variable = this.holdingsOf(thread)
    if (variable >= before) this.complete(state, before)
    return state.values[variable] as number
  }

  isHoldings(variable: number): boolean {
    return this.owners[variable] === HOLDINGS
  }

  private make(owner: number, address: number, initial: number): number {
    this.owners.push(owner)
    this.addresses.push(address)
    this.initials.push(initial)
    return this.count++
  }

  /** Whether the word tells who holds a lock. */
  isLockState(address: number): boolean {
    return this.locks.includes(address - 1)
  }

  /** The variable of a word of nobody, or undefined while no step has changed it. */
  variableAt(address: number): number | undefined {
    return this.ofAddress.get(address)
  }

  /** The address of the word that the variable is; 0 of a private part. */
  addressOf(variable: number): number {
    return this.addresses[variable] as number
  }

  /** The thread whose private part the variable numbers, or NOBODY of a word; undefined of one that follows from others. */
  ownerOf(variable: number): number | undefined {
    const owner = this.owners[variable] as number
    return owner === HOLDINGS ? undefined : owner
  }

  /** The value of the variable at the base. */
  initialOf(variable: number): number {
    return this.initials[variable] as number
  }

  /** The private part of this number. */
  part(number: number): Part {
    return this.parts[number] as Part
  }

  /** Variables that every state at hand has. */
  private completed = 0

  /** Gives a state the variables from `from` on, as they were at the base. */
  complete(state: State, from: number): void {
    if (this.count > state.values.length) {
      state.values = grown(state.values, 2 * this.count)
    }
    for (let variable = from; variable < this.count; variable++) {
      state.values[variable] = this.initials[variable] as number
    }
    this.completed = this.count
  }

  /** The number of the private part of a thread in a state. */
  valueOf(state: State, thread: number): number {
    const before = this.count
    const variable = this.ofThread[thread] ?? this.variableOf(thread)
    if (variable >= before) this.complete(state, before)
    return state.values[variable] as number
  }

  /** The private part of a thread in a state. */
  partOf(state: State, thread: number): Part {
    return this.parts[this.valueOf(state, thread)] as Part
  }

  /** The private part of a thread among these values; undefined where it is as at the base or no thread is there. */
  knownPart(values: Int32Array, thread: number): Part | undefined {
    const variable = this.ofThread[thread]
    return variable === undefined ? undefined : this.parts[values[variable] as number]
  }

  /** Threads that have a variable, or a higher number than one that has. */
  get threads(): number {
    return this.ofThread.length
  }

  /** The thread for whose end the thread waits, or NOBODY. */
  joinedBy(values: Int32Array, thread: number): number {
    const variable = this.ofThread[thread]
    return variable === undefined ? NOBODY : (this.joined[values[variable] as number] as number)
  }

  /** Threads of a state. */
  threadCount(values: Int32Array): number {
    this.counter ??= this.ofAddress.get(MACHINE.threadCount)
    return this.counter === undefined
      ? this.memory.baseOf(MACHINE.threadCount)
      : (values[this.counter] as number)
  }

  /** Whether the thread has not ended. */
  isRunning(values: Int32Array, thread: number): boolean {
    const address = threadAddress(thread) + THREAD.status
    const variable = (this.ofStatus[thread] ??= this.ofAddress.get(address))
    const status = variable === undefined ? this.memory.baseOf(address) : values[variable]
    return status === THREAD_STATUS.running
  }

  /** Whether an exception has ended a thread. */
  hasFailed(values: Int32Array): boolean {
    return this.ofThread.some((_, thread) => this.knownPart(values, thread)?.hasFailed === true)
  }

  /** Whether any thread has given others what was made after the base. */
  hasShared(values: Int32Array): boolean {
    if (!this.mayHaveShared) return false
    for (let thread = 0; thread < this.ofThread.length; thread++) {
      if (this.knownPart(values, thread)?.hasShared === true) return true
    }
    return false
  }

  /** The word of nobody at `address` among these values. */
  wordAt(values: Int32Array, address: number): number {
    const variable = this.ofAddress.get(address)
    return variable === undefined ? this.memory.baseOf(address) : (values[variable] as number)
  }

  /** Takes the memory to a state. */
  restore({ values, low, high }: State): void {
    let end = 0
    for (let variable = 0; variable < this.count; variable++) {
      const value = values[variable] as number
      const owner = this.owners[variable] as number
      if (owner >= 0) {
        const { words } = this.parts[value] as Part
        while (end + words.length + 2 > this.encoded.length) this.encoded = grown(this.encoded)
        this.encoded.set(words, end)
        end += words.length
      } else if (owner === NOBODY && value !== this.initials[variable]) {
        if (end + 2 > this.encoded.length) this.encoded = grown(this.encoded)
        this.encoded[end++] = this.addresses[variable] as number
        this.encoded[end++] = value
      }
    }
    this.memory.restore(this.encoded, 0, end, low, high)
  }

  /**
   * Finds the `effects` on a state of the settled transition of the memory. Variables that it is the first to change are
   * made. `blind`: addresses of words that it wrote without looking at them, which are variables; they come last.
   */
  findEffects({ values }: State, blind: ReadonlySet<number> = NONE): void {
    const { memory, effects, changedParts } = this
    effects.end = effects.low = effects.high = 0
    changedParts.length = 0
    for (let i = 0; i < memory.changes; i++) {
      const address = memory.changedAt(i)
      if (blind.has(address)) continue
      const old = memory.changedFrom(i)
      const value = memory.raw[address] as number
      const low = changeLow(address, old, value)
      effects.low ^= low
      effects.high ^= changeHigh(address, old, value)
      const owner = memory.regions.ownerOf(address)
      if (owner === NOBODY) this.changeWord(address, values)
      else this.changePart(owner, values, address, old, low)
    }
    for (const changed of changedParts) this.note(changed.variable, this.numberOf(changed))
    effects.blindFrom = effects.end
    for (const address of blind) {
      const value = memory.raw[address] as number
      effects.low ^= lowOf(address, value)
      effects.high ^= highOf(address, value)
      this.note(this.ofAddress.get(address) ?? 0, value)
    }
  }

  /** Notes that the transition at hand gives a variable a new value, in place of any noted before. */
  private note(variable: number, value: number): void {
    const { effects } = this
    let at = 0
    while (at < effects.end && effects.list[at] !== variable) at += 2
    if (at === effects.list.length) effects.list = grown(effects.list)
    effects.list[at] = variable
    effects.list[at + 1] = value
    if (at === effects.end) effects.end += 2
  }

  /** The value of a variable after what was noted so far. */
  private noted(variable: number, values: Int32Array): number {
    const { list, end } = this.effects
    for (let at = 0; at < end; at += 2) {
      if (list[at] === variable) return list[at + 1] as number
    }
    return this.valueAt(values, variable)
  }

  private changeWord(address: number, values: Int32Array): void {
    let variable = this.ofAddress.get(address)
    if (variable === undefined) {
      variable = this.make(NOBODY, address, this.memory.baseOf(address))
      this.ofAddress.set(address, variable)
    }
    const value = this.memory.raw[address] as number
    this.note(variable, value)
    const bit = this.locks.indexOf(address - 1)
    if (bit < 0) return
    const pass = (thread: number | undefined, isHeld: boolean): void => {
      if (thread === undefined) return
      const holdings = this.holdingsOf(thread)
      const held = this.noted(holdings, values)
      this.note(holdings, isHeld ? held | (1 << bit) : held & ~(1 << bit))
    }
    pass(holderOf(this.valueAt(values, variable)), false)
    pass(holderOf(value), true)
  }

  /** A private word of the thread has changed, from `old`; the fingerprint changes by `low`. */
  private changePart(
    thread: number,
    values: Int32Array,
    address: number,
    old: number,
    low: number,
  ): void {
    const changed = this.changedPart(thread, values)
    const base = this.memory.baseOf(address)
    changed.hash ^= low
    if (old !== base) changed.length -= 2
    if (this.memory.raw[address] !== base) changed.length += 2
  }

  private changedPart(thread: number, values: Int32Array): ChangedPart {
    for (const changed of this.changedParts) if (changed.old.thread === thread) return changed
    const variable = this.variableOf(thread)
    const old = this.parts[this.valueAt(values, variable)] as Part
    const { hash, words } = old
    const changed = { variable, old, hash, length: words.length }
    this.changedParts.push(changed)
    return changed
  }

  /** The value of a variable, which may have been made just now. */
  private valueAt(values: Int32Array, variable: number): number {
    return (variable < this.completed ? values[variable] : this.initials[variable]) as number
  }

  /** The number of a part that has changed, and stands in the memory. */
  private numberOf({ old, hash, length }: ChangedPart): number {
    const { thread } = old
    for (let part = this.byHash.get(hash); part !== undefined; part = part.next) {
      if (part.thread === thread && this.isThere(part.words, length)) return part.number
    }
    const { memory } = this
    if (this.seen.length < memory.raw.length) this.seen = new Int32Array(memory.raw.length)
    const { seen } = this
    const changed = ++this.sweep
    let end = 0
    for (let i = 0; i < memory.changes; i++) {
      const address = memory.changedAt(i)
      if (memory.regions.ownerOf(address) !== thread) continue
      seen[address] = changed
      if (memory.raw[address] !== memory.baseOf(address)) end = this.put(address, end)
    }
    for (let i = 0; i < old.words.length; i += 2) {
      const address = old.words[i] as number
      if (seen[address] !== changed) end = this.put(address, end)
    }
    const hasShared = !memory.hasOverflown && memory.young.hasShared(thread)
    return this.add(thread, this.encoded.slice(0, end), hash, hasShared).number
  }

  private put(address: number, end: number): number {
    if (end + 2 > this.encoded.length) this.encoded = grown(this.encoded)
    this.encoded[end] = address
    this.encoded[end + 1] = this.memory.raw[address] as number
    return end + 2
  }

  /** Keeps a part of these words, which may stand in any order. */
  private add(thread: number, words: Int32Array, hash: number, hasShared: boolean): Part {
    const part = this.newPart(thread, words, hash, hasShared)
    this.parts.push(part)
    this.joined.push(part.waitKind === WAIT.join ? part.waitObject : NOBODY)
    if (hasShared) this.mayHaveShared = true
    this.bytes += PART_BYTES + words.byteLength
    this.byHash.set(hash, part)
    return part
  }

  /** Whether `known` is the part of so many words that stands in the memory. */
  private isThere(known: Int32Array, length: number): boolean {
    if (known.length !== length) return false
    for (let i = 0; i < length; i += 2) {
      if (this.memory.raw[known[i] as number] !== known[i + 1]) return false
    }
    return true
  }

  private newPart(thread: number, words: Int32Array, hash: number, hasShared: boolean): Part {
    const control = threadAddress(thread)
    const wordAt = (address: number): number => {
      for (let i = 0; i < words.length; i += 2) {
        if (words[i] === address) return words[i + 1] as number
      }
      return this.memory.baseOf(address)
    }
    return {
      thread,
      words,
      hash,
      next: this.byHash.get(hash),
      number: this.parts.length,
      waitKind: wordAt(control + THREAD.waitKind),
      waitObject: wordAt(control + THREAD.waitObject),
      place: placeOf(wordAt, thread),
      hasFailed: wordAt(control + THREAD.exception) !== 0,
      hasShared,
    }
  }
}

/** Of a part without its words, about. */
const PART_BYTES = 160
