import type { AbstractObject } from './objects'

/** A set of objects that grows while the constraints are solved. */
export type Node = number

type Listener = (object: AbstractObject) => void

/**
 * Inclusion constraints between sets of objects, solved by a worklist: Andersen, "Program Analysis and Specialization for
 * the C Programming Language", 1994, chapter 4. Listeners may add nodes and constraints while it solves. Each object
 * passes each constraint once; ends because objects are finite.
 */
export class Solver {
  private readonly sets: Set<AbstractObject>[] = []
  private readonly successors: Set<Node>[] = []
  private readonly listeners: Listener[][] = []
  private readonly byKey = new Map<string, Node>()
  private readonly pending: (readonly [Node, AbstractObject])[] = []

  /** The node of a name that means the same wherever it is said. */
  node(key: string): Node {
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const made = this.fresh()
    this.byKey.set(key, made)
    return made
  }

  /** Every named node, in the order they were named. */
  named(): Iterable<readonly [string, Node]> {
    return this.byKey
  }

  fresh(): Node {
    this.sets.push(new Set())
    this.successors.push(new Set())
    this.listeners.push([])
    return this.sets.length - 1
  }

  objectsOf(node: Node): ReadonlySet<AbstractObject> {
    return this.sets[node] ?? NONE
  }

  add(node: Node, object: AbstractObject): void {
    const set = this.sets[node]
    if (set === undefined || set.has(object)) return
    set.add(object)
    this.pending.push([node, object])
  }

  /** All that `from` holds, now and later, `to` holds too. */
  copy(from: Node, to: Node): void {
    const successors = this.successors[from]
    if (from === to || successors === undefined || successors.has(to)) return
    successors.add(to)
    for (const object of this.objectsOf(from)) this.add(to, object)
  }

  /** Calls `listener` once with every object that `node` holds or will hold. */
  each(node: Node, listener: Listener): void {
    const seen = new Set<AbstractObject>()
    const once = (object: AbstractObject): void => {
      if (seen.has(object)) return
      seen.add(object)
      listener(object)
    }
    this.listeners[node]?.push(once)
    for (const object of [...this.objectsOf(node)]) once(object)
  }

  solve(): void {
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) {
      const [node, object] = next
      for (const to of this.successors[node] ?? []) this.add(to, object)
      for (const listener of [...(this.listeners[node] ?? [])]) listener(object)
    }
  }
}

const NONE: ReadonlySet<AbstractObject> = new Set()
