/** Numbers that belong to numbers, in the order in which they are added: successors of states, for one. */
import { grown } from '../../base'
export class Edges {
  private count = 0
  /** First and last edge of a source, + 1; 0: none. */
  private first = new Int32Array(1 << 8)
  private last = new Int32Array(1 << 8)
  /** By edge: its target, and the next of the same source, + 1. */
  private targets = new Int32Array(1 << 8)
  private following = new Int32Array(1 << 8)

  get bytes(): number {
    return 2 * (this.first.byteLength + this.targets.byteLength)
  }

  add(source: number, target: number): void {
    while (source >= this.first.length) {
      this.first = grown(this.first)
      this.last = grown(this.last)
    }
    if (this.count === this.targets.length) {
      this.targets = grown(this.targets)
      this.following = grown(this.following)
    }
    this.targets[this.count++] = target
    const last = this.last[source] as number
    if (last === 0) this.first[source] = this.count
    else this.following[last - 1] = this.count
    this.last[source] = this.count
  }

  /** The first edge of `source`, or undefined. */
  firstOf(source: number): number | undefined {
    return edgeOf(this.first[source] ?? 0)
  }

  /** The edge after `edge` of the same source, or undefined. */
  after(edge: number): number | undefined {
    return edgeOf(this.following[edge] as number)
  }

  target(edge: number): number {
    return this.targets[edge] as number
  }

  /** Whether there is an edge from `source` to `target`. */
  has(source: number, target: number): boolean {
    return this.some(source, (other) => other === target)
  }

  /** Whether some edge of `source` satisfies `test`. */
  some(source: number, test: (target: number) => boolean): boolean {
    for (let edge = this.firstOf(source); edge !== undefined; edge = this.after(edge)) {
      if (test(this.target(edge))) return true
    }
    return false
  }
}

/** Whether no way along the edges of sources 0 to `count` - 1 leads back (Kahn 1962). */
export function isAcyclic(edges: Edges, count: number): boolean {
  const incoming = new Int32Array(count)
  for (let node = 0; node < count; node++) {
    for (let edge = edges.firstOf(node); edge !== undefined; edge = edges.after(edge)) {
      const target = edges.target(edge)
      incoming[target] = (incoming[target] as number) + 1
    }
  }
  const ready: number[] = []
  for (let node = 0; node < count; node++) if (incoming[node] === 0) ready.push(node)
  let done = 0
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    done++
    for (let edge = edges.firstOf(node); edge !== undefined; edge = edges.after(edge)) {
      const target = edges.target(edge)
      incoming[target] = (incoming[target] as number) - 1
      if (incoming[target] === 0) ready.push(target)
    }
  }
  return done === count
}

function edgeOf(entry: number): number | undefined {
  return entry === 0 ? undefined : entry - 1
}
