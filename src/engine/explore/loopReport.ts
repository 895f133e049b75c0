/** Livelock and starvation in words: the way to the loop, the loop, and who is concerned. */
import type { Program } from '../bytecode'
import { locationOf, THREAD, threadNames, WAIT, waitCycle } from '../machine'
import { Liveness, type FoundLoop } from './liveness'
import { follow } from './replay'
import type { FinishedSearch } from './report'
import type { Violation } from './result'

/** By kind, then by number of operations on the way to the loop. `source` has kept every transition. */
export function loopsInWords(
  program: Program,
  source: FinishedSearch,
  hasMarks: boolean,
): Violation[] {
  const { search, explored } = source
  if (search.transitionsKept === undefined) return []
  const { machine } = explored
  const isWaiting = (state: number, thread: number): boolean => {
    follow(machine, explored.base, explored.prefix, search.store.path(state))
    return isStarved(source, thread)
  }
  const liveness = new Liveness(search.transitionsKept, { isWaiting }, hasMarks)
  follow(machine, explored.base, explored.prefix, search.store.path(search.store.count - 1))
  const threads = Array.from({ length: machine.threadCount }, (_, thread) => thread)
  return [...liveness.livelocks(), ...liveness.starvations(threads)].map((found) =>
    inWords(program, source, found),
  )
}

/** Whether the thread waits for a lock or a primitive, and for no thread that waits for it. */
function isStarved({ explored: { machine } }: FinishedSearch, thread: number): boolean {
  const kind = machine.control(thread, THREAD.waitKind)
  return (
    (kind === WAIT.lock || kind === WAIT.primitive) &&
    machine.isUnfinished(thread) &&
    !machine.isDaemon(thread) &&
    waitCycle(machine.memory, thread).length === 0
  )
}

function inWords(program: Program, source: FinishedSearch, found: FoundLoop): Violation {
  const { explored, search } = source
  const { machine, base, prefix } = explored
  const path = search.store.path(found.state)
  const stem = follow(machine, base, prefix, path)
  const names = threadNames(machine.objects)
  const nameOf = (thread: number): string => names[thread] ?? '?'
  const location = locationOf(
    program,
    Math.max(0, machine.control(found.threads[0] ?? 0, THREAD.pc)),
  )
  const round = found.loop.map((transition) => search.transitionsKept?.move(transition) ?? 0)
  const whole = follow(machine, base, prefix, [...path, ...round])
  const begins = stem.threads.length
  return {
    kind: found.kind,
    outcome: { kind: 'stopped' },
    threads: found.threads.map(nameOf),
    location,
    schedule: stem.schedule,
    steps: stem.threads.map(nameOf),
    length: stem.length,
    switches: stem.switches,
    isShortest: false,
    loop: { ...whole.schedule, choices: whole.schedule.choices.slice(begins) },
    loopSteps: whole.threads.slice(begins).map(nameOf),
  }
}
