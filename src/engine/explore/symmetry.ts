/**
 * Symmetry of equal threads. Threads that stand at the same place with the same values, and that nothing can tell apart,
 * are *interchangeable*: exchanging what makes them up leads from a state to one that behaves in the same way. The search
 * then keeps one state of those that differ only in which of them is which (Clarke, Enders, Filkorn and Jha 1996; Emerson
 * and Sistla 1996; for variables whose values are only compared, Ip and Dill 1996, *scalarsets*).
 *
 * Proof sketch. Let p permute interchangeable threads: control blocks, stacks, objects made by them, locks held by them.
 * The machine reads the number of a thread in nothing but these, so t leads from s to s' exactly if p(t) leads from p(s)
 * to p(s'). The exception is the main thread, which holds the thread objects in some order. But it waits for the threads
 * one by one and does nothing else meanwhile (joinSequence.ts): how far it has come is a function of which threads have
 * ended, and is left out of the comparison until all have. So being equal up to p is a bisimulation that keeps ends,
 * failures, cycles of waiting, what was printed, and conflicting accesses by line. With the persistent set of the state
 * that is kept, the search explores one for all states equal to it (Emerson, Jha and Peled 1997): the argument goes by
 * the length of runs to an end, which p keeps. What a thread may still do (footprints.ts) is learned for all
 * interchangeable threads at once. Paths of the graph are real runs: what is kept is a state that was reached.
 *
 * Two states count as equal if everything outside the threads is, and the collection of what the threads are
 * (threadWords.ts) is: the fingerprint adds up one of each thread, so that their order is lost.
 *
 * Where one of the premises fails, nothing is assumed: threads whose thread object another thread can reach are not
 * interchangeable, nor are any in programs that name what tells threads apart; and as soon as something outside a thread
 * refers to an object that it made, a lock is made or a thread started meanwhile, or a loop needs the care of ignored.ts,
 * the symmetry is `isBroken`, and the search must be repeated without it.
 */
import type { Program } from '../bytecode'
import {
  BUILTINS,
  globalAddress,
  holderOf,
  isPointer,
  MACHINE,
  mix,
  OBJECT,
  THREAD,
  threadAddress,
} from '../machine'
import type { Components, Part, State } from './components'
import type { ExploredMachine } from './exploredMachine'
import { joinSequence, type JoinSequence } from './joinSequence'
import { objectsOf, reachedByOthers } from './reach'
import { NOBODY } from './regions'
import { ThreadWords } from './threadWords'

const LOW_LANE = 0x9e3779b1
const HIGH_LANE = 0x85ebca77

/** Words of the machine that change where a thread makes a lock, or uses up its room. */
const COUNTS: ReadonlySet<number> = new Set([MACHINE.lockCount, MACHINE.nextChunk])

/** Stands for the state of a lock that an interchangeable thread holds: no state of a lock is odd and negative. */
const HELD = -1

/** What `Symmetry.of` finds out about a machine. */
interface Parts {
  /** Interchangeable threads, by number, group by group. */
  readonly groups: readonly (readonly number[])[]
  readonly words: ThreadWords
  /** Words that hold the state of a lock. */
  readonly lockStates: ReadonlySet<number>
  readonly joins: JoinSequence
}

/** What a thread is, in two numbers; found once for the same words of the same thread. */
interface Told {
  /** Fingerprint of its words, where they stand. */
  readonly high: number
  /** Fingerprint of what they tell. */
  readonly toldLow: number
  readonly toldHigh: number
  /** The next with the same lower half. */
  readonly next: Told | undefined
}

/** What a variable of a state means here. */
const ROLE = {
  /** A part or word of nobody in particular. */
  shared: 0,
  /** The state of a lock. */
  lock: 1,
  /** A word in which the main thread keeps how far it has come. */
  progress: 2,
  /** Follows from others. */
  none: 3,
  /** And above: of the member with that number less this. */
  member: 4,
} as const

export class Symmetry {
  /** Set once a premise fails: fingerprints then mean nothing. */
  isBroken = false
  /** The halves of the fingerprint of the settled state; up to date after `update`. */
  low = 0
  high = 0
  /** By thread: the first of its group; itself where it is in none. */
  private readonly leaders: Int32Array
  private readonly isMember: Uint8Array
  private isJoining = false
  /** By member, of the state at hand: fingerprints of what makes it up, where all of a group are alike. */
  private readonly privateLow: Int32Array
  private readonly privateHigh: Int32Array
  /** By variable. */
  private readonly roles: number[] = []
  /** By part of the main thread: a number for its words but for its progress. */
  private readonly rests: number[] = []
  private readonly restNumbers = new Map([['', 0]])
  private readonly known = new Map<number, Told>()
  private heardLow = 0
  private heardHigh = 0

  private constructor(
    private readonly machine: ExploredMachine,
    private readonly parts: Parts,
  ) {
    const { threadCount } = machine
    this.leaders = Int32Array.from({ length: threadCount }, (_, thread) => thread)
    this.isMember = new Uint8Array(threadCount)
    this.privateLow = new Int32Array(threadCount)
    this.privateHigh = new Int32Array(threadCount)
    for (const group of parts.groups) {
      for (const thread of group) {
        this.leaders[thread] = group[0] ?? thread
        this.isMember[thread] = 1
      }
    }
  }

  /** Of a machine at its base; undefined where no two threads are known to be interchangeable. Cost: the memory in use. */
  static of(machine: ExploredMachine): Symmetry | undefined {
    if (machine.threadCount < 3 || mayTellApart(machine.program)) return undefined
    const parts = partsOf(machine)
    return parts && new Symmetry(machine, parts)
  }

  /** The thread that stands for those that are interchangeable with `thread`. */
  leaderOf(thread: number): number {
    return this.leaders[thread] ?? thread
  }

  /**
   * Brings the fingerprint up to date with a state. `stand` takes the memory there: for what was not seen before. Cost: its
   * variables.
   */
  update(state: State, components: Components, stand: () => void): void {
    const { values } = state
    const { privateLow, privateHigh, leaders } = this
    this.isJoining = this.isAwaitingAt(components, values)
    this.low = 0
    this.high = this.isJoining ? 1 : 0
    for (let thread = 0; thread < leaders.length; thread++) {
      privateLow[thread] = leaders[thread] as number
      privateHigh[thread] = 0
    }
    const { count } = components
    for (let variable = 0; variable < count; variable++) {
      const value = values[variable] as number
      if (value !== components.initialOf(variable)) this.add(components, variable, value)
    }
    for (const group of this.parts.groups) this.addGroup(group, stand)
  }

  private isAwaitingAt(components: Components, values: Int32Array): boolean {
    for (const thread of this.parts.joins.threads) {
      if (components.isRunning(values, thread)) return true
    }
    return false
  }

  /** Looks at a transition of `mover` that has just been settled: whether the premises still hold. */
  look(mover: number): void {
    const { memory } = this.machine
    for (let i = 0; i < memory.changes; i++) {
      const address = memory.changedAt(i)
      const thread = memory.threadAt(address)
      if (thread !== undefined && this.isMember[thread] === 1) continue
      const isStart = address === MACHINE.threadCount && (mover !== 0 || this.isAwaiting())
      const isReference = this.mayRefer(address, thread, memory.raw[address] as number)
      if (COUNTS.has(address) || isStart || isReference) this.isBroken = true
    }
  }

  /** Whether in the memory some thread has not ended that the main thread waits for. */
  private isAwaiting(): boolean {
    return this.parts.joins.threads.some((thread) => this.machine.isUnfinished(thread))
  }

  private add(components: Components, variable: number, value: number): void {
    const role = (this.roles[variable] ??= this.roleOf(components, variable))
    if (role >= ROLE.member) this.addPrivate(role - ROLE.member, variable, value)
    else if (role === ROLE.shared) this.addShared(variable, value)
    else if (role === ROLE.progress) this.addProgress(components, variable, value)
    else if (role === ROLE.lock) this.addLock(variable, value)
  }

  private roleOf(components: Components, variable: number): number {
    const owner = components.ownerOf(variable)
    if (owner === undefined) return ROLE.none
    const { lockStates, joins } = this.parts
    const address = components.addressOf(variable)
    const thread = owner === NOBODY ? this.machine.memory.threadAt(address) : owner
    if (thread !== undefined && this.isMember[thread] === 1) return ROLE.member + thread
    if (owner === 0 || joins.progress.has(address)) return ROLE.progress
    return owner === NOBODY && lockStates.has(address) ? ROLE.lock : ROLE.shared
  }

  private addPrivate(thread: number, variable: number, value: number): void {
    const { privateLow, privateHigh } = this
    privateLow[thread] = (privateLow[thread] as number) ^ mix(variable, value, LOW_LANE)
    privateHigh[thread] = (privateHigh[thread] as number) ^ mix(variable, value, HIGH_LANE)
  }

  private addShared(variable: number, value: number): void {
    this.low ^= mix(variable, value, LOW_LANE)
    this.high ^= mix(variable, value, HIGH_LANE)
  }

  /** Of the main thread counts, while it waits for the others, only what is not its progress. */
  private addProgress(components: Components, variable: number, value: number): void {
    if (!this.isJoining) this.addShared(variable, value)
    else if (components.ownerOf(variable) !== NOBODY) {
      const rest = (this.rests[value] ??= this.restOf(components.part(value)))
      if (rest !== 0) this.addShared(variable, rest)
    }
  }

  /** A number for the words of a part of the main thread that do not tell its progress; 0 where there are none. */
  private restOf({ words }: Part): number {
    const rest: string[] = []
    for (let i = 0; i < words.length; i += 2) {
      const address = words[i] as number
      if (!this.parts.joins.progress.has(address)) rest.push(`${address}=${words[i + 1] as number}`)
    }
    const key = rest.sort().join()
    const number = this.restNumbers.get(key) ?? this.restNumbers.size
    this.restNumbers.set(key, number)
    return number
  }

  private addLock(variable: number, value: number): void {
    const holder = holderOf(value) ?? 0
    const isMembers = this.isMember[holder] === 1
    if (isMembers) this.addPrivate(holder, variable, HELD)
    this.addShared(variable, isMembers ? HELD : value)
  }

  /** Whether a word outside refers to what a thread of a group has made. What stands on stacks was read somewhere else. */
  private mayRefer(address: number, thread: number | undefined, value: number): boolean {
    if (!isPointer(value) || this.parts.lockStates.has(address)) return false
    const { memory } = this.machine
    if (thread !== undefined && address < memory.regionOf(thread) + memory.stackWords) return false
    return this.isMember[memory.regionAt(value >>> 1) ?? 0] === 1
  }

  private addGroup(group: readonly number[], stand: () => void): void {
    let low = 0
    let high = 0
    for (const thread of group) {
      const told = this.toldOf(thread, stand)
      low += told.toldLow
      high += told.toldHigh
    }
    this.low ^= mix(-1 - (group[0] ?? 0), low | 0, LOW_LANE)
    this.high ^= mix(-1 - (group[0] ?? 0), high | 0, HIGH_LANE)
  }

  private toldOf(thread: number, stand: () => void): Told {
    const low = this.privateLow[thread] as number
    const high = this.privateHigh[thread] as number
    const first = this.known.get(low)
    let told = first
    while (told !== undefined && told.high !== high) told = told.next
    return told ?? this.tell(thread, first, stand)
  }

  private tell(thread: number, next: Told | undefined, stand: () => void): Told {
    stand()
    this.heardLow = 0
    this.heardHigh = 0
    if (!this.parts.words.tell(thread, this.hear)) this.isBroken = true
    const low = this.privateLow[thread] as number
    const told: Told = {
      high: this.privateHigh[thread] as number,
      toldLow: mix(this.heardLow, this.heardHigh, LOW_LANE),
      toldHigh: mix(this.heardLow, this.heardHigh, HIGH_LANE),
      next,
    }
    this.known.set(low, told)
    return told
  }

  private readonly hear = (word: number): void => {
    const low = Math.imul(this.heardLow ^ word, 0xcc9e2d51)
    this.heardLow = (low ^ (low >>> 15)) + 0x52dce729
    const high = Math.imul(this.heardHigh + word, 0x1b873593)
    this.heardHigh = high ^ (high >>> 13) ^ 0x38b34ae5
  }
}

function partsOf(machine: ExploredMachine): Parts | undefined {
  if (hasOverflown(machine)) return undefined
  const { raw: words } = machine.memory
  const objects = objectsOf(machine)
  const reached = reachedByOthers(machine, objects)
  const joins = joinSequence(machine, (address) => isPrivate(machine, objects, reached, address))
  if (joins === undefined) return undefined
  const locks = [...objects.keys()].filter((address) => {
    const kind = (words[address] as number) & 0xff
    return kind === OBJECT.lock || kind === OBJECT.rlock
  })
  const threadWords = new ThreadWords(machine.program, machine.memory, locks)
  const known = referredTo(machine, objects)
  const candidates = joins.threads.filter(
    (thread) => !known.has(thread) && !reached.has(machine.control(thread, THREAD.object) >>> 1),
  )
  const groups = alike(candidates, threadWords)
  const lockStates = new Set(locks.map((lock) => lock + 1))
  return groups.length === 0 ? undefined : { groups, words: threadWords, lockStates, joins }
}

/** Threads that are told alike, two or more at a time. */
function alike(threads: readonly number[], words: ThreadWords): number[][] {
  const groups = new Map<string, number[]>()
  for (const thread of threads) {
    const told: number[] = []
    if (!words.tell(thread, (word) => told.push(word))) continue
    const key = told.join()
    groups.set(key, [...(groups.get(key) ?? []), thread])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Whether some thread has used up the room of its own. */
function hasOverflown(machine: ExploredMachine): boolean {
  for (let thread = 0; thread < machine.threadCount; thread++) {
    if (machine.control(thread, THREAD.arenaNext) > machine.memory.regionOf(thread + 1)) return true
  }
  return false
}

/** Threads whose objects something outside them refers to. */
function referredTo(
  { memory }: ExploredMachine,
  objects: ReadonlyMap<number, number>,
): Set<number> {
  const threads = new Set<number>()
  const look = (address: number, from: number | undefined): void => {
    const word = memory.raw[address] as number
    const to = isPointer(word) ? memory.regionAt(word >>> 1) : undefined
    if (to !== undefined && to !== from) threads.add(to)
  }
  for (let address = MACHINE.nextChunk; address < threadAddress(0); address++) look(address, 0)
  for (let address = globalAddress(0); address < memory.regionOf(0); address++) look(address, 0)
  for (const [address, size] of objects) {
    const from = memory.threadAt(address)
    for (let a = address + 1; a < address + size; a++) look(a, from)
  }
  return threads
}

/** Whether only the main thread can come to the word. */
function isPrivate(
  { memory }: ExploredMachine,
  objects: ReadonlyMap<number, number>,
  reached: ReadonlySet<number>,
  address: number,
): boolean {
  if (memory.threadAt(address) !== 0) return false
  for (const [object, size] of objects) {
    if (address >= object && address < object + size) return !reached.has(object)
  }
  // Its control block, its stack, or room for objects that were not made before.
  return true
}

/** Members of modules that tell no thread from another, of those that are more than functions of their arguments. */
const HARMLESS: ReadonlySet<string> = new Set([
  'Thread',
  'Lock',
  'RLock',
  'Semaphore',
  'BoundedSemaphore',
  'AtomicInt',
  'Queue',
  'LifoQueue',
  'PriorityQueue',
  'SimpleQueue',
  'sleep',
])

/** Built-ins by which a program may look at the address of an object, or name what it does not write down. */
const LOOKING: ReadonlySet<string> = new Set(['id', 'hash', 'iter', 'getattr'])

const TELLING: ReadonlySet<string> = new Set(
  BUILTINS.filter(({ kind, module, name }) => {
    const isMember = module !== undefined && (kind === 'system' || kind === 'primitive')
    return isMember && !HARMLESS.has(name)
  }).map(({ name }) => name),
)

/** Whether the program names anything by which it could learn which thread it is. */
function mayTellApart({ symbols, constants }: Program): boolean {
  return (
    symbols.some((symbol) => TELLING.has(symbol)) ||
    constants.some((c) => c.type === 'builtin' && (LOOKING.has(c.name) || TELLING.has(c.name)))
  )
}
