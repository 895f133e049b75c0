import { describe, expect, it } from 'vitest'
import {
  createHistory,
  layoutTimeline,
  measure,
  resourceAllocationGraph,
} from '../../engine/analysis'
import { deadlockTrace } from '../transport/bridge.testing'
import { layoutGraph } from './layout'
import { withoutIdle } from './withoutIdle'

const trace = deadlockTrace()
const history = createHistory(trace)
const graphAt = (event: number) =>
  withoutIdle(
    resourceAllocationGraph(history.at(event), trace),
    measure(trace),
    layoutTimeline(trace),
  )

describe('graph layout', () => {
  it('leaves out the threads that use no lock in the whole run', () => {
    expect(graphAt(trace.length - 1).nodes.map(({ name }) => name)).toEqual([
      'Hilo-1',
      'Hilo-2',
      'Cuenta-1',
      'Cuenta-2',
    ])
  })

  it('keeps every node in place while stepping, also before its thread starts', () => {
    const last = layoutGraph(graphAt(trace.length - 1), 360, 300).nodes
    for (let event = -1; event < trace.length; event += 1) {
      const now = layoutGraph(graphAt(event), 360, 300).nodes
      expect(now.map(({ key, xPx, yPx }) => [key, xPx, yPx])).toEqual(
        last.map(({ key, xPx, yPx }) => [key, xPx, yPx]),
      )
    }
  })

  it('draws the four edges of the cycle', () => {
    const { edges } = layoutGraph(graphAt(trace.length - 1), 360, 300)
    expect(edges.map(({ edge }) => [edge.kind, edge.isInCycle])).toEqual([
      ['assignedTo', true],
      ['assignedTo', true],
      ['requests', true],
      ['requests', true],
    ])
  })

  it('grows with the number of nodes and never squeezes them', () => {
    const nodes = Array.from({ length: 9 }, (_, thread) => ({
      kind: 'thread' as const,
      thread,
      name: `Hilo-${thread}`,
    }))
    const { nodes: placed, heightPx } = layoutGraph({ nodes, edges: [] }, 360, 200)
    const gaps = placed.slice(1).map(({ yPx }, i) => yPx - (placed[i]?.yPx ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(72)
    expect(heightPx).toBeGreaterThan(8 * 72)
  })
})
