/**
 * Orders from the worker that leads a search to the others, through words of shared memory. An order is given to all at
 * once, and the next one when all have carried it out; what they say of themselves stands in a row for each.
 */

export const ORDER = {
  /** Take what was sent: its share of the states, or a larger table, to which it moves a part of the old one. */
  take: 1,
  /** Expand its own states of the batch. */
  expand: 2,
  /** Mark the keys of the states that it was the first to find. */
  mark: 3,
  /** Give them their numbers. */
  number: 4,
  end: 5,
} as const

export type OrderCode = (typeof ORDER)[keyof typeof ORDER]

export interface Order {
  readonly code: number
  /** Batch, for `expand`. */
  readonly from: number
  readonly to: number
  readonly stride: number
  /** Number of the first new state, for `number`. */
  readonly first: number
}

/** What a worker says of itself. */
export interface WorkerReport {
  /** Of the batch at hand. */
  readonly transitions: number
  readonly bytes: number
  readonly mostThreads: number
  readonly hasWayBack: boolean
  readonly isReliable: boolean
  /** Whether it has sent something. */
  readonly hasSent: boolean
}

/** Words of all. */
const NUMBER_OF_ORDER = 0
const DONE = 1
const READY = 2
const CODE = 3
const FROM = 4
const TO = 5
const STRIDE = 6
const FIRST = 7
const ROWS = 8
/** Words of a row. */
const TRANSITIONS = 0
const KIBIBYTES = 1
const THREADS = 2
const FLAGS = 3
const ROW_WORDS = 16

const HAS_WAY_BACK = 1
const IS_RELIABLE = 2
const HAS_SENT = 4

/** Looks at a word before a worker sleeps on it: some ten microseconds. */
const LOOKS = 2000

export class Orders {
  private readonly words: Int32Array

  constructor(readonly memory: SharedArrayBuffer) {
    this.words = new Int32Array(memory)
  }

  /** For so many workers besides the one that leads. */
  static for(others: number): Orders {
    return new Orders(new SharedArrayBuffer(4 * (ROWS + ROW_WORDS * others)))
  }

  /** Workers besides the one that leads. */
  get others(): number {
    return (this.words.length - ROWS) / ROW_WORDS
  }

  give({ code, from, to, stride, first }: Order): void {
    const { words } = this
    words[CODE] = code
    words[FROM] = from
    words[TO] = to
    words[STRIDE] = stride
    words[FIRST] = first
    Atomics.store(words, DONE, 0)
    Atomics.add(words, NUMBER_OF_ORDER, 1)
    Atomics.notify(words, NUMBER_OF_ORDER)
  }

  /** Whether the others have carried out the last order. Waits for them as long as given. */
  areDone(waitMs: number): boolean {
    const { words, others } = this
    for (let looks = 0; looks < LOOKS; looks++) {
      if (Atomics.load(words, DONE) >= others) return true
    }
    const done = Atomics.load(words, DONE)
    if (done < others) Atomics.wait(words, DONE, done, waitMs)
    return Atomics.load(words, DONE) >= others
  }

  /** Whether all others have begun. */
  areReady(): boolean {
    return Atomics.load(this.words, READY) >= this.others
  }

  /** Another is ready for orders. */
  begin(): void {
    Atomics.add(this.words, READY, 1)
  }

  /** Another waits for the order after `last`, of which it answers the number. */
  next(last: number): number {
    const { words } = this
    for (let looks = 0; looks < LOOKS; looks++) {
      if (Atomics.load(words, NUMBER_OF_ORDER) !== last) break
    }
    while (Atomics.load(words, NUMBER_OF_ORDER) === last) {
      Atomics.wait(words, NUMBER_OF_ORDER, last)
    }
    return Atomics.load(words, NUMBER_OF_ORDER)
  }

  /** Whether the order of this number is not valid any more. */
  isOver(number: number): boolean {
    return Atomics.load(this.words, NUMBER_OF_ORDER) !== number
  }

  get order(): Order {
    const { words } = this
    return {
      code: words[CODE] as number,
      from: words[FROM] as number,
      to: words[TO] as number,
      stride: words[STRIDE] as number,
      first: words[FIRST] as number,
    }
  }

  /** The worker `other` has carried out the order. */
  finish(other: number, report: WorkerReport): void {
    const { words } = this
    const row = ROWS + ROW_WORDS * other
    words[row + TRANSITIONS] = report.transitions
    words[row + KIBIBYTES] = report.bytes / 1024
    words[row + THREADS] = report.mostThreads
    words[row + FLAGS] =
      (report.hasWayBack ? HAS_WAY_BACK : 0) |
      (report.isReliable ? IS_RELIABLE : 0) |
      (report.hasSent ? HAS_SENT : 0)
    Atomics.add(words, DONE, 1)
    Atomics.notify(words, DONE)
  }

  /** What each of the others said of itself with the last order. */
  reports(): WorkerReport[] {
    const { words } = this
    return Array.from({ length: this.others }, (_, other) => {
      const row = ROWS + ROW_WORDS * other
      const flags = words[row + FLAGS] as number
      return {
        transitions: words[row + TRANSITIONS] as number,
        bytes: 1024 * (words[row + KIBIBYTES] as number),
        mostThreads: words[row + THREADS] as number,
        hasWayBack: (flags & HAS_WAY_BACK) !== 0,
        isReliable: (flags & IS_RELIABLE) !== 0,
        hasSent: (flags & HAS_SENT) !== 0,
      }
    })
  }
}
