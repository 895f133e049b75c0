/** Livelock and starvation in words: the way to the loop, the loop, and who is concerned. */
import type { Program } from '../bytecode'
import { locationOf, THREAD, threadNames, WAIT, waitCycle, type Limits } from '../machine'
import { Liveness, type FoundDeadlock, type FoundLoop } from './liveness'
import { marksProgress } from './mentions'
import { follow, simulationAt } from './replay'
import type { FinishedSearch } from './report'
import type { Violation } from './result'

/** By kind, then by number of operations on the way to the loop. `source` has kept every transition. */
export function loopsInWords(
  program: Program,
  source: FinishedSearch,
  limits: Limits,
): Violation[] {
  const { search, explored } = source
  if (search.transitionsKept === undefined) return []
  const { machine } = explored
  const isWaiting = (state: number, thread: number): boolean => {
    follow(machine, explored.base, explored.prefix, search.store.path(state))
    return isStarved(source, thread)
  }
  const cycle = (state: number, thread: number): readonly number[] => {
    follow(machine, explored.base, explored.prefix, search.store.path(state))
    return waitCycle(machine.memory, thread)
  }
  const liveness = new Liveness(
    search.transitionsKept,
    { isWaiting, cycle },
    marksProgress(program),
  )
  follow(machine, explored.base, explored.prefix, search.store.path(search.store.count - 1))
  const threads = Array.from({ length: machine.threadCount }, (_, thread) => thread)
  const deadlocks = program.releasesOnlyOwn ? [] : liveness.deadlocks(threads)
  return [
    ...deadlocks.map((found) => deadlockInWords(program, limits, source, found)),
    ...[...liveness.livelocks(), ...liveness.starvations(threads)].map((found) =>
      inWords(program, source, found),
    ),
  ]
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

function deadlockInWords(
  program: Program,
  limits: Limits,
  { explored, search }: FinishedSearch,
  { threads, state }: FoundDeadlock,
): Violation {
  const { machine, base, prefix } = explored
  const way = follow(machine, base, prefix, search.store.path(state))
  const names = threadNames(machine.objects)
  const pc = Math.max(0, machine.control(threads[0] ?? 0, THREAD.pc))
  const simulation = simulationAt(program, way.schedule, limits)
  return {
    kind: 'deadlock',
    outcome: simulation.failure() ?? { kind: 'deadlock', cycle: simulation.waits(threads) },
    threads: threads.map((thread) => names[thread] ?? '?'),
    location: locationOf(program, pc),
    schedule: way.schedule,
    steps: way.threads.map((thread) => names[thread] ?? '?'),
    length: way.length,
    switches: way.switches,
    isShortest: false,
  }
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
