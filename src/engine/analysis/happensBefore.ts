/**
 * Which events of a trace must come before which, whatever the scheduler does: happens-before (Lamport 1978), by vector
 * clocks as in FastTrack (Flanagan and Freund 2009, §2). Each thread has a clock for every thread; it goes up when the
 * thread gives something that another may receive.
 */
import { orderingOf, type Trace } from '../trace'

/** Walks a trace forwards and knows the clocks. Each event costs O(1), those that order something O(threads). */
export class HappensBefore {
  private readonly count: number
  /** Row t: the clocks of thread t. */
  private readonly clocks: Int32Array
  /** What was given to each place. */
  private readonly given: (Int32Array | undefined)[] = []

  constructor(private readonly trace: Trace) {
    this.count = trace.threads.length
    this.clocks = new Int32Array(this.count * this.count)
    for (let thread = 0; thread < this.count; thread++) this.tick(thread)
  }

  /** Takes the next event; events must come in order. */
  step(event: number): void {
    const { trace } = this
    const ordering = orderingOf(trace.kind[event] as number)
    if (ordering === 'nothing') return
    const thread = trace.thread[event] as number
    const place = trace.place[event] as number
    switch (ordering) {
      case 'gives':
        return this.give(thread, place)
      case 'receives':
        return this.receive(thread, place)
      case 'exchanges':
        this.receive(thread, place)
        return this.give(thread, place)
      case 'starts':
        this.order(thread, this.threadOf(place))
        return this.tick(thread)
      case 'joins': {
        const hasGivenUp = trace.texts[trace.value[event] as number] === 'timeout'
        if (!hasGivenUp) this.order(this.threadOf(place), thread)
      }
    }
  }

  /** The time of what `thread` does now, on its own clock: from 1, going up. */
  clockOf(thread: number): number {
    return this.known(thread, thread)
  }

  /** The last time of `other` that comes before what `thread` does now; later ones are not ordered with it. */
  known(thread: number, other: number): number {
    return this.clocks[thread * this.count + other] as number
  }

  private give(thread: number, place: number): void {
    raise(this.givenTo(place), 0, this.clocks, thread * this.count, this.count)
    this.tick(thread)
  }

  private receive(thread: number, place: number): void {
    const given = this.given[place]
    if (given !== undefined) raise(this.clocks, thread * this.count, given, 0, this.count)
  }

  private tick(thread: number): void {
    const at = thread * this.count + thread
    this.clocks[at] = (this.clocks[at] as number) + 1
  }

  /** What `later` does from now on comes after what `earlier` has done. */
  private order(earlier: number | undefined, later: number | undefined): void {
    if (earlier === undefined || later === undefined) return
    raise(this.clocks, later * this.count, this.clocks, earlier * this.count, this.count)
  }

  private threadOf(place: number): number | undefined {
    const found = this.trace.places[place]
    return found?.kind === 'thread' ? found.thread : undefined
  }

  private givenTo(place: number): Int32Array {
    return (this.given[place] ??= new Int32Array(this.count))
  }
}

/** Raises `count` clocks of `to` to those of `from`. */
function raise(
  to: Int32Array,
  toAt: number,
  from: Int32Array,
  fromAt: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const clock = from[fromAt + i] as number
    if (clock > (to[toAt + i] as number)) to[toAt + i] = clock
  }
}
