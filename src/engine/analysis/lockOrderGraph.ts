import { EVENT, type Trace } from '../trace'
import { shortestCycle, successorsOf } from './cycles'
import { NONE, Replay } from './replay'

/** Which lock was acquired while which other was held, in a trace. A cycle means: opposite orders were observed. */
export interface LockOrderEdge {
  readonly held: number
  readonly acquired: number
  /** Where it was first seen: thread, event of the second acquisition (or of the block), source lines of both. */
  readonly thread: number
  readonly event: number
  readonly heldLine: number
  readonly acquiredLine: number
}

export interface LockOrderGraph {
  /** Sorted by held, then acquired. */
  readonly edges: readonly LockOrderEdge[]
  /** Place indices of one cycle, or empty. */
  readonly cycle: readonly number[]
}

/**
 * The order in which locks were taken in `trace`: an edge from each lock in hand to each one acquired, or waited for.
 * Re-entry of a re-entrant lock makes none; a thread that waits for a lock it holds itself makes an edge from it to
 * itself. One pass.
 */
export function lockOrderGraph(trace: Trace): LockOrderGraph {
  const replay = new Replay(trace)
  const edges = new Map<number, LockOrderEdge>()
  const count = replay.locks.places.length
  for (let event = 0; event < trace.length; event++) {
    const kind = trace.kind[event]
    if (kind === EVENT.acquire || kind === EVENT.block) {
      const thread = trace.thread[event] as number
      const acquired = replay.lockAt(event)
      for (const held of replay.holds[thread] ?? []) {
        const key = held * count + acquired
        const isReentry = held === acquired && kind === EVENT.acquire
        if (acquired !== NONE && !isReentry && !edges.has(key))
          edges.set(key, edgeAt(event, held, replay))
      }
    }
    replay.step()
  }
  const sorted = [...edges.values()].sort((a, b) => a.held - b.held || a.acquired - b.acquired)
  return {
    edges: sorted,
    cycle: shortestCycle(successorsOf(sorted.map((e) => [e.held, e.acquired]))),
  }
}

function edgeAt(event: number, held: number, { trace, locks, ownedSince }: Replay): LockOrderEdge {
  return {
    held: locks.places[held] as number,
    acquired: trace.place[event] as number,
    thread: trace.thread[event] as number,
    event,
    heldLine: trace.line[ownedSince[held] as number] as number,
    acquiredLine: trace.line[event] as number,
  }
}
