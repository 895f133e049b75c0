/**
 * A search of every move of every state that several workers make, led by this thread. It goes on where a search by one
 * worker has come to, and finds what that would have found, by the same numbers (share.ts says why): states, transitions,
 * ways and findings do not depend on how many workers there are, nor on who was faster. No state is sent from one to
 * another after the beginning: who finds a state first keeps it.
 */
import type { ExploredMachine } from './exploredMachine'
import type { FullSearch } from './fullSearch'
import { Member, inOrder, type Finds } from './member'
import { ORDER } from './orders'
import { Search, type SearchOptions } from './search'
import { MOST_KEYS, Share, type Batch } from './share'
import { SharedTable } from './sharedTable'
import type { Team } from './team'

/** States of a batch: some milliseconds. */
const BATCH_STATES = 2 ** 13
/** States that this thread expands before it comes back. */
const EXPANDED_AT_ONCE = 16
/** What the table grows by. */
const GROWTH = 1.75

export class ParallelSearch extends Search {
  /** False once states do not mean the same to all any more: then a single worker has to begin again. */
  isReliable = true
  private table: SharedTable
  private readonly member: Member
  private readonly work: Generator<undefined>
  /** Number of the first state that waits. */
  private next: number
  private mostThreads: number
  private hasWayBack = false
  private bytesOfOthers = 0

  /** `mine` has begun the search, level by level. All of the team are ready. */
  constructor(
    machine: ExploredMachine,
    options: SearchOptions,
    private readonly mine: FullSearch,
    private readonly team: Team,
  ) {
    super(machine, options, mine.store)
    this.next = mine.store.count - mine.waiting
    this.transitions = mine.transitions
    this.bound = mine.bound
    for (const found of mine.findings.violations) this.findings.violation(found)
    for (const { state, threads, accesses } of mine.findings.races) {
      this.findings.raceBetween(state, threads, accesses)
    }
    this.table = SharedTable.for(GROWTH * mine.store.count)
    mine.store.eachEntry((low, high, state) => this.table.place(low, high, state))
    mine.store.dropTable()
    const share = new Share(this.table, team.marks)
    const handed = mine.shareAmong(team.workers, share)
    team.send((other) => ({ table: this.table.memory, states: handed[other] }))
    this.mostThreads = mine.mostThreads
    this.member = new Member(mine, share)
    this.work = this.searching()
  }

  get waiting(): number {
    return this.store.count - this.next
  }

  get bytes(): number {
    return this.store.bytes + this.table.bytes + this.mine.ownBytes + this.bytesOfOthers
  }

  get mayLoop(): boolean {
    return this.hasWayBack || this.mine.mayLoop
  }

  /** Does a part of the work of this thread, or waits a moment for the others. @throws Error once one of them has ended. */
  expandNext(): void {
    this.work.next()
  }

  private *searching(): Generator<undefined> {
    yield* this.team.carryOut({ code: ORDER.take }, () => false)
    while (this.waiting > 0) {
      const batch = this.nextBatch()
      yield* this.makeRoom(batch)
      yield* this.expandBatch(batch)
      this.heedBatch()
      if (this.waiting > 0) yield
    }
  }

  /** As many states as cannot reach the bound of states, but for a single one: a search ends at the same state as ever. */
  private nextBatch(): Batch {
    const stride = 2 * this.mostThreads
    const left = (this.options.mostStates - this.store.count - 1) / this.mostThreads
    const size = Math.min(this.waiting, BATCH_STATES, MOST_KEYS / stride, Math.max(1, left))
    return { from: this.next, to: this.next + Math.floor(size), stride }
  }

  private *makeRoom({ from, to }: Batch): Generator<undefined> {
    const needed = this.store.count + (to - from) * this.mostThreads
    const { room } = this.table
    if (needed <= room) return
    const { share } = this.member
    const table = SharedTable.for(Math.max(needed, GROWTH * room))
    this.team.send(() => ({ table: table.memory, states: undefined }))
    yield* this.team.carryOut({ code: ORDER.take }, () => {
      table.absorb(this.table, 0, this.team.workers)
      return false
    })
    this.table = share.table = table
  }

  private *expandBatch(batch: Batch): Generator<undefined> {
    const { member, team, mine } = this
    member.begin(batch)
    yield* team.carryOut({ code: ORDER.expand, ...batch }, () => member.expand(EXPANDED_AT_ONCE))
    yield* team.carryOut({ code: ORDER.mark }, () => {
      member.share.mark()
      return false
    })
    const first = this.store.count
    yield* team.carryOut({ code: ORDER.number, first }, () => {
      mine.waitForNumbered(member.share, first)
      return false
    })
    this.next = batch.to
    member.share.eachMarked((parent, move) => this.store.append(parent, move))
    this.merge([member.finds(), ...team.received()].filter((finds) => finds !== undefined))
    team.marks.fill(0)
  }

  /** Takes over what was found in a batch, in the order in which a single worker would have found it. */
  private merge(all: readonly Finds[]): void {
    for (const found of all.flatMap(({ violations }) => violations).sort(inOrder)) {
      this.report(found)
    }
    const races = all.flatMap(({ races, locks }) =>
      races.map((race) => ({ race, locks: this.mine.bitsOf(locks) })),
    )
    for (const { race, locks } of races.sort((a, b) => a.race.state - b.race.state)) {
      const [first, second] = race.accesses
      this.findings.raceBetween(race.state, race.threads, [
        { ...first, locks: translated(first.locks, locks) },
        { ...second, locks: translated(second.locks, locks) },
      ])
    }
    const bounds = all.flatMap(({ bound }) => bound ?? []).sort((a, b) => a.at - b.at)
    this.bound ??= bounds[0]?.bound
    for (const pair of all.flatMap(({ lockOrder }) => lockOrder)) {
      this.mine.bitsOf(pair)
      this.machine.recorder.noteLockOrder(...pair)
    }
  }

  private heedBatch(): void {
    const reports = this.team.orders.reports()
    const all = [this.member.report(false), ...reports]
    for (const { transitions } of all) this.transitions += transitions
    this.bytesOfOthers = reports.reduce((sum, { bytes }) => sum + bytes, 0)
    this.mostThreads = Math.max(...all.map(({ mostThreads }) => mostThreads))
    this.hasWayBack = all.some(({ hasWayBack }) => hasWayBack)
    if (!all.every(({ isReliable }) => isReliable)) this.isReliable = false
    if (this.store.count >= this.options.mostStates) this.stop('states')
    else if (this.bytes > this.options.mostBytes) this.stop('memory')
  }
}

/** Bits of locks as another worker gave them, by the bits that they have here. */
function translated(held: number, bits: readonly number[]): number {
  return bits.reduce((all, bit, i) => ((held & (1 << i)) === 0 ? all : all | bit), 0)
}
