import type { Expression, Literal } from '../../language'
import type { AbstractObject } from './objects'
import type { Node, Solver } from './solver'

/**
 * The sets of what objects hold: attributes by name; items by their key where the source says which (`forks[0]`), all of
 * them in one set otherwise.
 */
export class Heap {
  /** Keyed items of each object. */
  private readonly keyed = new Map<number, Map<string, Node>>()
  private readonly isMixed = new Set<number>()

  constructor(private readonly solver: Solver) {}

  field(object: AbstractObject, name: string): Node {
    return this.solver.node(`field ${object.id} ${name}`)
  }

  /** An attribute of a class itself. */
  classField(className: string, name: string): Node {
    return this.solver.node(`class ${className} ${name}`)
  }

  /** Every item. */
  items(object: AbstractObject): Node {
    return this.solver.node(`items ${object.id}`)
  }

  /** What items are put at keys that the source writes out. */
  keyedItems(object: AbstractObject): ReadonlyMap<string, Node> {
    return this.keyed.get(object.id) ?? NO_ITEMS
  }

  /** What an item at `key` is put into; undefined: at any key. */
  stored(object: AbstractObject, key: string | undefined): Node {
    if (key === undefined || this.isMixed.has(object.id)) return this.anywhere(object)
    const own = this.keyed.get(object.id) ?? new Map<string, Node>()
    this.keyed.set(object.id, own)
    const known = own.get(key)
    if (known !== undefined) return known
    const node = this.solver.fresh()
    own.set(key, node)
    this.solver.copy(node, this.items(object))
    return node
  }

  /** Lets `to` hold what an item at `key` may be; undefined: any item. */
  load(object: AbstractObject, key: string | undefined, to: Node): void {
    if (key === undefined) {
      this.solver.copy(this.items(object), to)
      return
    }
    this.solver.copy(this.stored(object, key), to)
    this.solver.copy(this.anywhere(object), to)
  }

  /** From now on any item may stand at any key: the order of a list was changed. */
  mix(object: AbstractObject): void {
    if (this.isMixed.has(object.id)) return
    this.isMixed.add(object.id)
    this.solver.copy(this.items(object), this.anywhere(object))
  }

  private anywhere(object: AbstractObject): Node {
    const node = this.solver.node(`anywhere ${object.id}`)
    this.solver.copy(node, this.items(object))
    return node
  }
}

const NO_ITEMS: ReadonlyMap<string, Node> = new Map()

/** The key that an expression writes out, or undefined. */
export function keyOf(e: Expression): string | undefined {
  return e.kind === 'literal' ? literalKey(e.literal) : undefined
}

function literalKey(literal: Literal): string | undefined {
  switch (literal.type) {
    case 'int':
      return indexKey(literal.value)
    case 'string':
      return JSON.stringify(literal.value)
    default:
      return undefined
  }
}

export function indexKey(index: number | bigint): string {
  return String(index)
}
