/** The side of a worker that helps with a search (parallelSearch.ts): it does what it is ordered, until it is told to end. */
import { assert } from '../../base'
import { exploredAtBase } from './explored'
import { FullSearch } from './fullSearch'
import { Member, type Finds } from './member'
import { ORDER, Orders, type Order } from './orders'
import { Share } from './share'
import { SharedTable } from './sharedTable'
import type { Assignment, Channel, Handed } from './team'

/** States between two looks whether the order still holds. */
const EXPANDED_BETWEEN_LOOKS = 64

/** Bounds are heeded by the worker that leads. */
const UNBOUNDED = {
  keepsTransitions: false,
  stopsAtFirst: false,
  mostStates: Infinity,
  mostBytes: Infinity,
}

/** Helps with a search, on this thread, until it is over. */
export function assist(assignment: Assignment, channel: Channel<Handed, Finds>): void {
  const orders = new Orders(assignment.orders)
  const assistant = new AssistingMember(assignment, orders, channel)
  orders.begin()
  for (let number = orders.next(0); ; number = orders.next(number)) {
    const { order } = orders
    if (order.code === ORDER.end) return
    const hasSent = assistant.carryOut(order, () => orders.isOver(number))
    if (!orders.isOver(number)) orders.finish(assignment.other, assistant.report(hasSent))
  }
}

class AssistingMember {
  private readonly search: FullSearch
  private member: Member | undefined

  constructor(
    private readonly assignment: Assignment,
    private readonly orders: Orders,
    private readonly channel: Channel<Handed, Finds>,
  ) {
    const { program, limits, machineOptions, learnedBytes } = assignment
    const { machine, base } = exploredAtBase(program, limits, machineOptions)
    this.search = new FullSearch(machine, base, UNBOUNDED, learnedBytes)
  }

  report(hasSent: boolean) {
    assert(this.member !== undefined, 'has a share')
    return this.member.report(hasSent)
  }

  /** Answers whether it has sent something. */
  carryOut(order: Order, isOver: () => boolean): boolean {
    if (order.code === ORDER.take) this.take()
    const { member } = this
    assert(member !== undefined, 'has a share')
    switch (order.code) {
      case ORDER.expand:
        member.begin(order)
        while (!isOver() && member.expand(EXPANDED_BETWEEN_LOOKS));
        return false
      case ORDER.mark:
        member.share.mark()
        return false
      case ORDER.number:
        return this.number(member, order.first)
      default:
        return false
    }
  }

  /** Takes what was sent. */
  private take(): void {
    const handed = this.channel.receive()
    assert(handed !== undefined, 'was sent')
    const { assignment, orders, member } = this
    const table = new SharedTable(handed.table)
    if (member !== undefined) {
      table.absorb(member.share.table, assignment.other + 1, orders.others + 1)
      member.share.table = table
    } else if (handed.states !== undefined) {
      const share = new Share(table, new Int32Array(assignment.marks))
      this.search.adopt(handed.states, share)
      this.member = new Member(this.search, share)
    }
  }

  private number(member: Member, first: number): boolean {
    this.search.waitForNumbered(member.share, first)
    const finds = member.finds()
    if (finds !== undefined) this.channel.send(finds)
    return finds !== undefined
  }
}
