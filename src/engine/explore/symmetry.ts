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
import type { ExploredMachine } from './exploredMachine'
import { joinSequence, type JoinSequence } from './joinSequence'
import { objectsOf, reachedByOthers } from './reach'
import { ThreadWords } from './threadWords'

const LOW_LANE = 0x9e3779b1
const HIGH_LANE = 0x85ebca77

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

export class Symmetry {
  /** Set once a premise fails: fingerprints then mean nothing. */
  isBroken = false
  /** The halves of the fingerprint of the settled state; up to date after `update`. */
  low = 0
  high = 0
  /** By thread: the first of its group; itself where it is in none. */
  private readonly leaders: Int32Array
  private readonly isMember: Uint8Array
  private threadLow = 0
  private threadHigh = 0

  private constructor(
    private readonly machine: ExploredMachine,
    private readonly parts: Parts,
  ) {
    this.leaders = Int32Array.from({ length: machine.threadCount }, (_, thread) => thread)
    this.isMember = new Uint8Array(machine.threadCount)
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

  /** Brings the fingerprint up to date. Cost: the difference to the base, and what the threads in groups are. */
  update(): void {
    const { joins, groups } = this.parts
    const isJoining = joins.threads.some((thread) => this.machine.isUnfinished(thread))
    this.low = 0
    this.high = isJoining ? 1 : 0
    this.machine.memory.eachDifference((address, value) => {
      this.addWord(address, value, isJoining)
    })
    for (const group of groups) this.addGroup(group)
  }

  private addWord(address: number, value: number, isJoining: boolean): void {
    const { lockStates, joins } = this.parts
    const thread = this.machine.memory.threadAt(address)
    if (thread !== undefined && this.isMember[thread] === 1) return
    if (isJoining && joins.progress.has(address)) return
    if (address === MACHINE.lockCount || address === MACHINE.nextChunk) this.isBroken = true
    if (address === MACHINE.threadCount && isJoining) this.isBroken = true
    let word = value
    if (lockStates.has(address)) {
      if (this.isMember[holderOf(value) ?? 0] === 1) word = HELD
    } else if (this.mayRefer(address, thread, value)) this.isBroken = true
    this.low ^= mix(address, word, LOW_LANE)
    this.high ^= mix(address, word, HIGH_LANE)
  }

  /** Whether a word outside refers to what a thread of a group has made. What stands on stacks was read somewhere else. */
  private mayRefer(address: number, thread: number | undefined, value: number): boolean {
    if (!isPointer(value)) return false
    const { memory } = this.machine
    if (thread !== undefined && address < memory.regionOf(thread) + memory.stackWords) return false
    return this.isMember[memory.regionAt(value >>> 1) ?? 0] === 1
  }

  private addGroup(group: readonly number[]): void {
    let [low, high] = [0, 0]
    for (const thread of group) {
      this.threadLow = 0
      this.threadHigh = 0
      if (!this.parts.words.tell(thread, this.hear)) this.isBroken = true
      low += mix(this.threadLow, this.threadHigh, LOW_LANE)
      high += mix(this.threadLow, this.threadHigh, HIGH_LANE)
    }
    this.low ^= mix(group[0] ?? 0, low | 0, LOW_LANE)
    this.high ^= mix(group[0] ?? 0, high | 0, HIGH_LANE)
  }

  private readonly hear = (word: number): void => {
    const low = Math.imul(this.threadLow ^ word, 0xcc9e2d51)
    this.threadLow = (low ^ (low >>> 15)) + 0x52dce729
    const high = Math.imul(this.threadHigh + word, 0x1b873593)
    this.threadHigh = high ^ (high >>> 13) ^ 0x38b34ae5
  }
}

function partsOf(machine: ExploredMachine): Parts | undefined {
  if (hasOverflown(machine)) return undefined
  const { words } = machine.memory
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
    const word = memory.words[address] as number
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
