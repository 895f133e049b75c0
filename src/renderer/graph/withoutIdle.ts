import {
  INTERVAL,
  type Metrics,
  type ResourceAllocationGraph,
  type Timeline,
} from '../../engine/analysis'

/**
 * The graph with exactly the threads that hold or ask for a lock somewhere in the run (often all but the main one),
 * also before they start: the nodes are the same at every moment, so the drawing stays stable.
 */
export function withoutIdle(
  graph: ResourceAllocationGraph,
  metrics: Metrics,
  timeline: Timeline,
): ResourceAllocationGraph {
  const active = new Set(metrics.threads.filter((t) => t.acquisitions > 0).map((t) => t.thread))
  timeline.lanes.forEach((lane, index) => {
    if (lane.kind !== 'thread') return
    const states = timeline.state.subarray(timeline.laneStart[index], timeline.laneStart[index + 1])
    if (states.includes(INTERVAL.blocked) || states.includes(INTERVAL.holding))
      active.add(lane.thread)
  })
  for (const edge of graph.edges) active.add(edge.thread)
  const nodes = timeline.lanes.filter((lane) => lane.kind === 'lock' || active.has(lane.thread))
  return { nodes: active.size === 0 ? [] : nodes, edges: graph.edges }
}
