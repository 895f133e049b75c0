/**
 * Places of the nodes and edges of a resource-allocation graph: threads in a column on the left, locks on the right, in
 * the order of the graph's nodes. The place of a node depends on the list of nodes and the width only, so that nothing
 * moves while stepping.
 */
import type { ResourceAllocationGraph, ResourceEdge, ResourceNode } from '../../engine/analysis'

export interface PlacedNode {
  readonly key: string
  readonly node: ResourceNode
  readonly xPx: number
  readonly yPx: number
}

export interface PlacedEdge {
  readonly key: string
  readonly edge: ResourceEdge
  /** SVG path from border to border, in the direction of the edge. */
  readonly path: string
  /** Where the label stands: nearer to the start, so that labels of crossing edges stay apart. */
  readonly labelXPx: number
  readonly labelYPx: number
}

export interface GraphLayout {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly heightPx: number
}

/** Half the size of a node. */
export const NODE_PX = 20
const NARROWEST_ROW_PX = 72
const WIDEST_ROW_PX = 132
const TOP_PX = 36
const MARGIN_PX = 64
/** Distance of a label from its line. */
const LABEL_PX = 10

export const threadKey = (thread: number): string => `thread ${thread}`
export const lockKey = (lock: number): string => `lock ${lock}`

export function layoutGraph(
  graph: ResourceAllocationGraph,
  widthPx: number,
  heightPx: number,
): GraphLayout {
  const threads = graph.nodes.filter((node) => node.kind === 'thread')
  const locks = graph.nodes.filter((node) => node.kind === 'lock')
  const rows = Math.max(threads.length, locks.length, 1)
  const free = (heightPx - 2 * TOP_PX - NODE_PX) / Math.max(1, rows - 1)
  const rowPx = Math.min(WIDEST_ROW_PX, Math.max(NARROWEST_ROW_PX, free))
  const place = { rows, rowPx }
  const nodes = [
    ...column(threads, place, MARGIN_PX),
    ...column(locks, place, Math.max(200, widthPx - MARGIN_PX)),
  ]
  const places = new Map(nodes.map((placed) => [placed.key, placed]))
  const edges = graph.edges.flatMap((edge) => {
    const thread = places.get(threadKey(edge.thread))
    const lock = places.get(lockKey(edge.lock))
    if (thread === undefined || lock === undefined) return []
    return [
      edge.kind === 'requests' ? placeEdge(edge, thread, lock) : placeEdge(edge, lock, thread),
    ]
  })
  return { nodes, edges, heightPx: TOP_PX * 2 + (rows - 1) * rowPx + 12 }
}

function column(
  nodes: readonly ResourceNode[],
  { rows, rowPx }: { readonly rows: number; readonly rowPx: number },
  xPx: number,
): PlacedNode[] {
  // The shorter column is spread over the same height.
  const stepPx = (rows * rowPx) / Math.max(1, nodes.length)
  return nodes.map((node, index) => ({
    key: node.kind === 'thread' ? threadKey(node.thread) : lockKey(node.lock),
    node,
    xPx,
    yPx: TOP_PX + (index + 0.5) * stepPx - rowPx / 2,
  }))
}

function placeEdge(edge: ResourceEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  const dx = to.xPx - from.xPx
  const dy = to.yPx - from.yPx
  const length = Math.hypot(dx, dy)
  const ux = dx / length
  const uy = dy / length
  // Both edges of one pair (a thread that requests what it holds) are bowed to opposite sides.
  const bow = edge.kind === 'requests' ? 10 : -10
  const start = { x: from.xPx + ux * (NODE_PX + 4), y: from.yPx + uy * (NODE_PX + 4) }
  const end = { x: to.xPx - ux * (NODE_PX + 8), y: to.yPx - uy * (NODE_PX + 8) }
  const middle = { x: (start.x + end.x) / 2 - uy * bow, y: (start.y + end.y) / 2 + ux * bow }
  const t = 0.32
  const at = (a: number, b: number, c: number): number =>
    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c
  return {
    key: `${edge.kind} ${edge.thread} ${edge.lock}`,
    edge,
    path: `M${start.x} ${start.y} Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    // Above the line, whichever way it runs.
    labelXPx: at(start.x, middle.x, end.x) + Math.sign(dx) * uy * LABEL_PX,
    labelYPx: at(start.y, middle.y, end.y) - Math.abs(ux) * LABEL_PX,
  }
}
