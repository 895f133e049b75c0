/**
 * A judge that knows nothing of reduction: follows every choice of the machine, forward and back again, and notes how
 * each path ends. Small programs it enumerates path by path; in bigger ones it merges states of equal memory and equal
 * output, which keeps the counts exact (they are sums over a finite graph) and loses only races.
 *
 * Counted as language design §4 says: a thread's begin, `start` and `join` are taken as soon as they can be and are no
 * choice. Every other step of the machine is.
 */
import type { Program } from '../../src/engine/bytecode'
import {
  anyCycle,
  DEFAULT_LIMITS,
  EVENT_WORDS,
  failure,
  Machine,
  MACHINE,
  THREAD,
  threadAddress,
  waitCycle,
  type Choice,
  type Labels,
  type RawTrace,
} from '../../src/engine/machine'
import { EVENT, type Outcome } from '../../src/engine/trace'
import { racesOf, type LinePair } from './happensBefore'

export type ViolationKind = 'deadlock' | 'stuck' | 'assertion' | 'exception'

export interface Judgement {
  /** Every kind of violation that some interleaving shows; one interleaving may show several. */
  readonly kinds: ReadonlySet<ViolationKind>
  /** Outputs of the interleavings in which every thread ends without an exception. */
  readonly outcomes: ReadonlySet<string>
  /** Interleavings by their ending (`endingOf`); undefined when there are infinitely many. */
  readonly counts: ReadonlyMap<string, bigint> | undefined
  /** Unordered conflicting accesses, by lines; undefined when states were merged. */
  readonly races: ReadonlySet<string> | undefined
  /** Nodes visited. */
  readonly nodes: number
}

export interface JudgeOptions {
  readonly merges: boolean
  /** Nodes after which the judge gives up. */
  readonly most: number
}

export class TooLarge extends Error {}

/** How `counts` calls an interleaving that ends normally. */
export function endingOf(output: string): string {
  return `finished: ${output}`
}

/** @throws TooLarge */
export function judge(program: Program, options: JudgeOptions): Judgement {
  return new Judge(program, options).judge()
}

type Counts = ReadonlyMap<string, bigint>

/** The judge calls itself for each step. */
const DEEPEST = 1_500

const INFINITE = 'infinite'

/** Names are of no interest here, and finding them is slow. */
const NO_LABELS: Labels = {
  object: () => undefined,
  place: () => ({ kind: 'container', name: '' }),
}

function kindAt(raw: RawTrace, index: number): number {
  return (raw.words[index * EVENT_WORDS] as number) & 0x3f
}

/** The events from `from` on. */
function since(raw: RawTrace, from: number): RawTrace {
  return {
    length: raw.length - from,
    words: raw.words.subarray(from * EVENT_WORDS),
    thread: raw.thread.subarray(from),
    timeOf: (event) => raw.timeOf(from + event),
  }
}

class Judge {
  private readonly machine: Machine
  private readonly kinds = new Set<ViolationKind>()
  private readonly outcomes = new Set<string>()
  private readonly races = new Set<LinePair>()
  private readonly known = new Map<string, Counts | typeof INFINITE>()
  private nodes = 0

  constructor(
    private readonly program: Program,
    private readonly options: JudgeOptions,
  ) {
    this.machine = new Machine(program, DEFAULT_LIMITS)
  }

  judge(): Judgement {
    const counts = this.visit('')
    return {
      kinds: this.kinds,
      outcomes: this.outcomes,
      counts: counts === INFINITE ? undefined : counts,
      races: this.options.merges ? undefined : this.races,
      nodes: this.nodes,
    }
  }

  /** The endings of all paths from here. Leaves the machine where it was. */
  private visit(outputBefore: string): Counts | typeof INFINITE {
    const mark = this.machine.mark()
    const output = outputBefore + this.takeUncounted()
    const counts = this.options.merges ? this.once(output) : this.path(output)
    this.machine.back(mark)
    return counts
  }

  /** Enumerates on, unless the path has come back to where it was: then enumeration has no end. */
  private path(output: string): Counts | typeof INFINITE {
    const key = `${this.stateKey()} ${output}`
    if (this.known.has(key)) throw new TooLarge('a loop')
    this.known.set(key, INFINITE)
    const counts = this.branch(output)
    this.known.delete(key)
    return counts
  }

  private once(output: string): Counts | typeof INFINITE {
    const key = `${this.stateKey()} ${output}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    // Met again before it is left: a cycle.
    this.known.set(key, INFINITE)
    const counts = this.branch(output)
    this.known.set(key, counts)
    return counts
  }

  private branch(output: string): Counts | typeof INFINITE {
    this.nodes++
    if (this.nodes > this.options.most) throw new TooLarge(`more than ${this.options.most} nodes`)
    if (this.machine.steps > DEEPEST) throw new TooLarge(`a path of more than ${DEEPEST} steps`)
    const choices = this.isOver() ? [] : this.machine.choices()
    if (choices.length === 0) return new Map([[this.conclude(output), 1n]])
    const sum = new Map<string, bigint>()
    let isInfinite = false
    for (const choice of choices) {
      const mark = this.machine.mark()
      const counts = this.visit(output + this.step(choice))
      this.machine.back(mark)
      if (counts === INFINITE) isInfinite = true
      else for (const [ending, n] of counts) sum.set(ending, (sum.get(ending) ?? 0n) + n)
    }
    return isInfinite ? INFINITE : sum
  }

  /** Takes steps that are no choice while there are any. Answers what they printed. */
  private takeUncounted(): string {
    let printed = ''
    for (let isDone = false; !isDone && !this.isOver();) {
      isDone = true
      for (const choice of this.machine.choices()) {
        const mark = this.machine.mark()
        const text = this.step(choice)
        if (this.isUncounted(mark.events)) {
          printed += text
          isDone = false
          break
        }
        this.machine.back(mark)
      }
    }
    return printed
  }

  /** Whether the step whose events begin at `from` was a begin, a start or a join. */
  private isUncounted(from: number): boolean {
    const raw = this.machine.events.raw()
    if (raw.length === from) return false
    const kind = kindAt(raw, from)
    return kind === EVENT.begin || kind === EVENT.start || kind === EVENT.join
  }

  /** Steps, notes violations, and answers what was printed. */
  private step(choice: Choice): string {
    const from = this.machine.events.length
    this.machine.step(choice)
    const failed = this.failed(from)
    if (failed?.kind === 'assertion' || failed?.kind === 'exception') this.kinds.add(failed.kind)
    if (this.program.releasesOnlyOwn && this.machine.isUnfinished(choice.thread)) {
      if (waitCycle(this.machine.memory, choice.thread).length > 0) this.kinds.add('deadlock')
    }
    const broken = this.machine.brokenInvariant()
    if (broken?.kind === 'limit') throw broken.error
    if (broken !== undefined) this.kinds.add(broken.kind)
    return this.printedSince(from)
  }

  private conclude(output: string): string {
    const { machine } = this
    if (!this.options.merges) {
      for (const pair of racesOf(machine.events.raw())) this.races.add(pair)
    }
    const isOver = this.isOver()
    const hasCycle = !isOver && anyCycle(machine.memory).length > 0
    if (!isOver) this.kinds.add(hasCycle ? 'deadlock' : 'stuck')
    for (let thread = 0; thread < machine.threadCount; thread++) {
      if (machine.control(thread, THREAD.exception) !== 0) return 'failed'
    }
    if (!isOver) return hasCycle ? 'deadlock' : 'stuck'
    this.outcomes.add(output)
    return endingOf(output)
  }

  /** Only daemon threads are left, if any. */
  private isOver(): boolean {
    for (let thread = 0; thread < this.machine.threadCount; thread++) {
      if (this.machine.isUnfinished(thread) && !this.machine.isDaemon(thread)) return false
    }
    return true
  }

  /** The memory without what only tells the time or was written for the trace. */
  private stateKey(): string {
    const { memory } = this.machine
    const mark = memory.mark()
    memory.write(MACHINE.clockLow, 0)
    memory.write(MACHINE.clockHigh, 0)
    for (let thread = 0; thread < this.machine.threadCount; thread++) {
      for (const field of [THREAD.dueLow, THREAD.dueHigh, THREAD.isBlockTraced]) {
        memory.write(threadAddress(thread) + field, 0)
      }
    }
    const key = `${memory.hashLow}:${memory.hashHigh}`
    memory.undoTo(mark)
    return key
  }

  private failed(from: number): Outcome | undefined {
    const { objects, events } = this.machine
    const raw = since(events.raw(), from)
    return failure({ program: this.program, objects, labels: NO_LABELS, raw, threadNames: [] })
  }

  private printedSince(from: number): string {
    const raw = this.machine.events.raw()
    const { words } = this.machine.memory
    let text = ''
    for (let i = from; i < raw.length; i++) {
      if (kindAt(raw, i) !== EVENT.print) continue
      const string = (raw.words[i * EVENT_WORDS + 2] as number) >>> 1
      const length = words[string + 1] as number
      for (let at = 0; at < length; at++) {
        text += String.fromCodePoint(words[string + 3 + at] as number)
      }
    }
    return text
  }
}
