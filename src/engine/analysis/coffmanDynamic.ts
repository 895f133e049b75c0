/** Which conditions hold at a moment of a run, each with the events that make it so. */
import { NO_INDEX, type Trace } from '../trace'
import type { Condition, DynamicEvidence } from './coffman'
import type { HeldLock, Moment } from './history'
import type { StaticWaits } from './sharing'
import { waitForCycles, waitForEdges, type WaitForEdge } from './waitForGraph'

/** Evidence for each condition at `moment`; empty where the condition does not hold. */
export function dynamicConditions(
  moment: Moment,
  trace: Trace,
  source: StaticWaits | undefined,
): Readonly<Record<Condition, readonly DynamicEvidence[]>> {
  const waits = waitForEdges(moment)
  const untimed = waits.filter((wait) => isUntimed(wait, trace, source))
  return {
    mutualExclusion: moment.locks.flatMap(({ lock, owner, since }) =>
      owner === undefined || since === undefined
        ? []
        : [{ thread: owner, lock, heldLock: undefined, since, line: lineOf(since, trace) }],
    ),
    holdAndWait: waits.flatMap((wait) => {
      const held = moment.threads[wait.from]?.holds ?? []
      return held.length === 0 ? [] : [waitEvidence(wait, held, trace)]
    }),
    noPreemption: untimed.map((wait) => waitEvidence(wait, [], trace)),
    circularWait: cycleEdges(waits, moment).map((wait) =>
      waitEvidence(wait, heldInCycle(wait, waits, moment), trace),
    ),
  }
}

/**
 * Threads of a cycle of waiting that never ends: no wait in it can be given up, and none of its threads does anything
 * later in the trace (a lock can be released by a thread outside). Empty when there is none.
 */
export function standingCycle(
  moment: Moment,
  trace: Trace,
  source: StaticWaits | undefined,
): readonly number[] {
  const waits = waitForEdges(moment)
  const cycles = waitForCycles(
    waits.filter((wait) => isUntimed(wait, trace, source)),
    moment.threads.length,
  )
  const lastEvents = cycles.length === 0 ? [] : lastEventsOf(trace)
  return (
    cycles.find((cycle) => cycle.every((thread) => (lastEvents[thread] as number) <= moment.at)) ??
    []
  )
}

const known = new WeakMap<Trace, readonly number[]>()

/** The last event of each thread, -1 for none; found once per trace. */
function lastEventsOf(trace: Trace): readonly number[] {
  const found = known.get(trace)
  if (found !== undefined) return found
  const last = trace.threads.map(() => -1)
  for (let event = 0; event < trace.length; event++) last[trace.thread[event] as number] = event
  known.set(trace, last)
  return last
}

/** Nothing on the line of the wait says that it can be given up. */
function isUntimed(wait: WaitForEdge, trace: Trace, source: StaticWaits | undefined): boolean {
  const line = lineOf(wait.since, trace)
  const sites = wait.lock === undefined ? source?.joins : source?.sites
  return (sites ?? []).every((site) => site.line !== line || site.isUntimed)
}

function cycleEdges(waits: readonly WaitForEdge[], moment: Moment): readonly WaitForEdge[] {
  const [cycle = []] = waitForCycles(waits, moment.threads.length)
  return cycle.flatMap((thread) => waits.filter((wait) => wait.from === thread))
}

/** What the thread of `wait` has in hand that another thread of the cycle waits for. */
function heldInCycle(
  wait: WaitForEdge,
  waits: readonly WaitForEdge[],
  moment: Moment,
): readonly HeldLock[] {
  const wanted = cycleEdges(waits, moment)
    .filter((other) => other.to === wait.from)
    .map((other) => other.lock)
  return (moment.threads[wait.from]?.holds ?? []).filter((held) => wanted.includes(held.lock))
}

function waitEvidence(wait: WaitForEdge, held: readonly HeldLock[], trace: Trace): DynamicEvidence {
  const place = trace.place[wait.since] ?? NO_INDEX
  return {
    thread: wait.from,
    lock: wait.lock ?? place,
    heldLock: held.at(-1)?.lock,
    since: wait.since,
    line: lineOf(wait.since, trace),
  }
}

function lineOf(event: number, trace: Trace): number {
  return trace.line[event] ?? 0
}
