/** The other workers of a search, as the one that leads it sees them. Hosts start them; here they are not more than channels. */
import type { Program } from '../bytecode'
import type { Limits } from '../machine'
import type { ExploredMachineOptions } from './exploredMachine'
import type { HandedStates } from './fullSearch'
import type { Finds } from './member'
import { ORDER, Orders, type Order } from './orders'
import { MOST_KEYS } from './share'

/** What an assistant needs to begin; it can be sent to another thread. */
export interface Assignment {
  readonly program: Program
  readonly limits: Limits
  readonly machineOptions: ExploredMachineOptions
  readonly learnedBytes: number
  /** Memory of Orders, and of the marks of Share. */
  readonly orders: SharedArrayBuffer
  readonly marks: SharedArrayBuffer
  /** Which of the others it is. */
  readonly other: number
}

/** What is sent to an assistant: a table of states, and at first its share of them. */
export interface Handed {
  readonly table: SharedArrayBuffer
  readonly states: HandedStates | undefined
}

/** Messages between two threads: what was sent before an order was given or carried out can be received after it. */
export interface Channel<In, Out> {
  send(message: Out): void
  receive(): In | undefined
}

/** A worker thread that runs `assist`. */
export interface Assistant extends Channel<Finds, Handed> {
  /** Why it has ended, if it has before it was told to. */
  readonly failure: Error | undefined
  /** Ends it, whatever it does. */
  end(): void
}

/** Given by a host that can start workers. */
export interface Crew {
  /** Workers besides the one that leads. */
  readonly others: number
  start(assignment: Assignment): Assistant
}

export class Team {
  readonly orders: Orders
  readonly marks = new Int32Array(new SharedArrayBuffer(MOST_KEYS / 8))
  private readonly assistants: readonly Assistant[]

  constructor(crew: Crew, assignment: Omit<Assignment, 'orders' | 'marks' | 'other'>) {
    this.orders = Orders.for(crew.others)
    const memory = {
      orders: this.orders.memory,
      marks: this.marks.buffer,
    }
    this.assistants = Array.from({ length: crew.others }, (_, other) =>
      crew.start({ ...assignment, ...memory, other }),
    )
  }

  get workers(): number {
    return this.assistants.length + 1
  }

  /** Whether all have begun. @throws Error once one has ended. */
  isReady(): boolean {
    this.heedFailures()
    return this.orders.areReady()
  }

  send(handed: (other: number) => Handed): void {
    for (const [other, assistant] of this.assistants.entries()) assistant.send(handed(other))
  }

  /**
   * Lets all carry out an order, this thread too: `own` does a part of its work and answers whether any is left. Comes back
   * in between. @throws Error once an assistant has ended.
   */
  *carryOut(order: Partial<Order> & Pick<Order, 'code'>, own: () => boolean): Generator<undefined> {
    this.orders.give({ ...NOTHING, ...order })
    while (own()) yield
    while (!this.orders.areDone(WAIT_MS)) {
      this.heedFailures()
      yield
    }
  }

  /** What the assistants have sent with the last order. */
  received(): Finds[] {
    const reports = this.orders.reports()
    return this.assistants.flatMap((assistant, other) => {
      const finds = reports[other]?.hasSent === true ? assistant.receive() : undefined
      return finds === undefined ? [] : [finds]
    })
  }

  end(): void {
    this.orders.give({ ...NOTHING, code: ORDER.end })
    for (const assistant of this.assistants) assistant.end()
  }

  private heedFailures(): void {
    for (const { failure } of this.assistants) if (failure !== undefined) throw failure
  }
}

const NOTHING: Omit<Order, 'code'> = { from: 0, to: 0, stride: 1, first: 0 }

/** Milliseconds of one wait for the others: hosts want to be asked in between. */
const WAIT_MS = 1
