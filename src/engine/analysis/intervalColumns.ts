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

/** Each lane has one open interval; a change of state closes it and opens the next. */
export class IntervalColumns {
  private readonly openState: Uint8Array
  private readonly openSubject: Uint32Array
  private readonly openStart: Uint32Array
  private readonly counts: Uint32Array
  private length = 0
  private lane: Uint32Array
  private start: Uint32Array
  private end: Uint32Array
  private state: Uint8Array
  private subjects: Uint32Array

  /** @param capacity how many intervals are expected; there may be more. */
  constructor(
    private readonly lanes: number,
    capacity: number,
  ) {
    const room = Math.max(capacity, 16)
    this.lane = new Uint32Array(room)
    this.start = new Uint32Array(room)
    this.end = new Uint32Array(room)
    this.state = new Uint8Array(room)
    this.subjects = new Uint32Array(room)
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
    const { length, lane: lanes, start: starts, end: ends, state: states, subjects } = this
    const start = new Uint32Array(length)
    const end = new Uint32Array(length)
    const state = new Uint8Array(length)
    const subject = new Uint32Array(length)
    for (let i = 0; i < length; i++) {
      const lane = lanes[i] as number
      const at = next[lane] as number
      next[lane] = at + 1
      start[at] = starts[i] as number
      end[at] = ends[i] as number
      state[at] = states[i] as number
      subject[at] = subjects[i] as number
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
    const wider = (column: Uint32Array): Uint32Array => {
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
