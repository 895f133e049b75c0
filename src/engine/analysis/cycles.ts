/** Cycles in directed graphs: those of waiting (everyone waits for at most one) and those of orders. */

/**
 * Every cycle of a graph in which node i has the one successor `next[i]`, or none (-1). Each is given in order of
 * succession from its lowest node; cycles in order of lowest node. Linear.
 */
export function cyclesOfSuccessors(next: ArrayLike<number>): readonly (readonly number[])[] {
  const visit = new Int32Array(next.length)
  const cycles: number[][] = []
  for (let start = 0; start < next.length; start++) {
    let node = start
    while (node >= 0 && visit[node] === 0) {
      visit[node] = start + 1
      node = next[node] as number
    }
    // The walk met itself: what follows from here is a cycle not met before.
    if (node >= 0 && visit[node] === start + 1) cycles.push(cycleFrom(node, next))
  }
  return cycles.sort((a, b) => (a[0] as number) - (b[0] as number))
}

function cycleFrom(node: number, next: ArrayLike<number>): number[] {
  const cycle = [node]
  for (let at = next[node] as number; at !== node; at = next[at] as number) cycle.push(at)
  const lowest = cycle.indexOf(Math.min(...cycle))
  return [...cycle.slice(lowest), ...cycle.slice(0, lowest)]
}

export type Successors = ReadonlyMap<number, readonly number[]>

/** Successors of every node that has an edge; each list in the order of the edges. */
export function successorsOf(edges: Iterable<readonly [number, number]>): Successors {
  const successors = new Map<number, number[]>()
  for (const [from, to] of edges) {
    if (!successors.has(to)) successors.set(to, [])
    const known = successors.get(from)
    if (known === undefined) successors.set(from, [to])
    else known.push(to)
  }
  return successors
}

/**
 * A shortest cycle through the lowest node that lies on one, from that node on; empty when there is none. A node with an
 * edge to itself is a cycle of one. Costs a breadth-first search per node.
 */
export function shortestCycle(successors: Successors): readonly number[] {
  for (const start of [...successors.keys()].sort((a, b) => a - b)) {
    const cycle = pathBack(start, successors)
    if (cycle !== undefined) return cycle
  }
  return []
}

/** The shortest path from `start` to itself, without its end. */
export function pathBack(start: number, successors: Successors): readonly number[] | undefined {
  const parents = new Map<number, number>()
  const queue = [start]
  for (const node of queue) {
    for (const to of successors.get(node) ?? []) {
      if (to === start) return pathTo(node, start, parents)
      if (parents.has(to)) continue
      parents.set(to, node)
      queue.push(to)
    }
  }
  return undefined
}

function pathTo(
  node: number,
  start: number,
  parents: ReadonlyMap<number, number>,
): readonly number[] {
  const path = [node]
  for (let at = node; at !== start;) {
    at = parents.get(at) ?? start
    path.unshift(at)
  }
  return path
}

/** The nodes of an acyclic graph so that every edge goes forward; the lowest first where several may stand. */
export function topologicalOrder(successors: Successors): readonly number[] {
  const incoming = new Map([...successors.keys()].map((node) => [node, 0]))
  for (const to of [...successors.values()].flat()) incoming.set(to, (incoming.get(to) ?? 0) + 1)
  const order: number[] = []
  const free = [...incoming.keys()].filter((node) => incoming.get(node) === 0)
  while (free.length > 0) {
    free.sort((a, b) => b - a)
    const node = free.pop() as number
    order.push(node)
    for (const to of successors.get(node) ?? []) {
      const left = (incoming.get(to) ?? 0) - 1
      incoming.set(to, left)
      if (left === 0) free.push(to)
    }
  }
  return order
}
