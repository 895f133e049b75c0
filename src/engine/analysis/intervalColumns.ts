import { NO_INDEX } from '../trace'

/** Intervals of lanes, collected in order of their ends and sorted by lane when all are there. */
export interface IntervalTable {
  /** Intervals of lane i are [laneStart[i], laneStart[i + 1]). */
  readonly laneStart: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly state: Uint8Array
  readonly subject: Uint32Array
}

const FIRST_CAPACITY = 1024

/** Each lane has one open interval; a change of state closes it and opens the next. */
export class IntervalColumns {
  private readonly openState: Uint8Array
  private readonly openSubject: Uint32Array
  private readonly openStart: Uint32Array
  private readonly counts: Uint32Array
  private length = 0
  private lane = new Uint32Array(FIRST_CAPACITY)
  private start = new Uint32Array(FIRST_CAPACITY)
  private end = new Uint32Array(FIRST_CAPACITY)
  private state = new Uint8Array(FIRST_CAPACITY)
  private subjects = new Uint32Array(FIRST_CAPACITY)

  constructor(private readonly lanes: number) {
    this.openState = new Uint8Array(lanes)
    this.openSubject = new Uint32Array(lanes).fill(NO_INDEX)
    this.openStart = new Uint32Array(lanes)
    this.counts = new Uint32Array(lanes)
  }

  /** Subject of the open interval of a lane. */
  subject(lane: number): number {
    return this.openSubject[lane] as number
  }

  /** From `at` on, `lane` is in `state`; nothing happens when it already is. */
  change(lane: number, at: number, state: number, subject: number): void {
    if (this.openState[lane] === state && this.openSubject[lane] === subject) return
    if ((this.openStart[lane] as number) < at) this.close(lane, at)
    this.openState[lane] = state
    this.openSubject[lane] = subject
    this.openStart[lane] = at
  }

  /** Gives the open interval of `lane` another state, from its start on. */
  replace(lane: number, state: number): void {
    this.openState[lane] = state
  }

  /** Closes every lane at `end` and gives the columns; lanes of a table of length 0 are empty. */
  finish(end: number): IntervalTable {
    if (end > 0) for (let lane = 0; lane < this.lanes; lane++) this.close(lane, end)
    const laneStart = new Uint32Array(this.lanes + 1)
    for (let lane = 0; lane < this.lanes; lane++) {
      laneStart[lane + 1] = (laneStart[lane] as number) + (this.counts[lane] as number)
    }
    return { laneStart, ...this.sorted(laneStart.slice()) }
  }

  /** The columns in order of lane; within one the order stays. `next` is where each lane begins. */
  private sorted(next: Uint32Array): Omit<IntervalTable, 'laneStart'> {
    const start = new Uint32Array(this.length)
    const end = new Uint32Array(this.length)
    const state = new Uint8Array(this.length)
    const subject = new Uint32Array(this.length)
    for (let i = 0; i < this.length; i++) {
      const lane = this.lane[i] as number
      const at = next[lane] as number
      next[lane] = at + 1
      start[at] = this.start[i] as number
      end[at] = this.end[i] as number
      state[at] = this.state[i] as number
      subject[at] = this.subjects[i] as number
    }
    return { start, end, state, subject }
  }

  private close(lane: number, at: number): void {
    if (this.length === this.lane.length) this.grow()
    const i = this.length++
    this.lane[i] = lane
    this.start[i] = this.openStart[lane] as number
    this.end[i] = at
    this.state[i] = this.openState[lane] as number
    this.subjects[i] = this.openSubject[lane] as number
    this.counts[lane] = (this.counts[lane] as number) + 1
  }

  private grow(): void {
    const capacity = this.length * 2
    const wider = (column: Uint32Array): Uint32Array<ArrayBuffer> => {
      const wide = new Uint32Array(capacity)
      wide.set(column)
      return wide
    }
    this.lane = wider(this.lane)
    this.start = wider(this.start)
    this.end = wider(this.end)
    this.subjects = wider(this.subjects)
    const state = new Uint8Array(capacity)
    state.set(this.state)
    this.state = state
  }
}
