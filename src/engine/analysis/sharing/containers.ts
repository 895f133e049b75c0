/** The containers that displays, comprehensions, slices, operators and starred targets make, and what is in them. */
import type { Expression, Target } from '../../language'
import type { Activation } from './activation'
import { indexKey, keyOf } from './heap'
import type { AbstractObject } from './objects'
import { bindParameters } from './parameters'
import type { ExpressionOf, PointsTo } from './pointsTo'
import type { Node } from './solver'

export class Containers {
  constructor(private readonly pointsTo: PointsTo) {}

  display(node: Node, e: ExpressionOf<'list' | 'tuple' | 'set'>, activation: Activation): void {
    const { solver, heap } = this.pointsTo
    const container = this.made(e, activation)
    solver.add(node, container)
    const firstStarred = e.items.findIndex(({ kind }) => kind === 'starred')
    for (const [i, item] of e.items.entries()) {
      const isFixed = e.kind !== 'set' && (firstStarred < 0 || i < firstStarred)
      const key = isFixed ? indexKey(i) : undefined
      solver.copy(this.pointsTo.value(item, activation), heap.stored(container, key))
    }
  }

  dictionary(node: Node, e: ExpressionOf<'dict'>, activation: Activation): void {
    const { solver, heap } = this.pointsTo
    const container = this.made(e, activation)
    solver.add(node, container)
    for (const { key, value } of e.entries) {
      const held = this.pointsTo.value(value, activation)
      if (key === undefined) {
        this.pointsTo.elements(held, heap.stored(container, undefined))
        continue
      }
      solver.copy(this.pointsTo.value(key, activation), heap.stored(container, undefined))
      solver.copy(held, heap.stored(container, keyOf(key)))
    }
  }

  comprehension(node: Node, e: ExpressionOf<'comprehension'>, at: Activation): void {
    const { solver } = this.pointsTo
    const code = this.pointsTo.codes.codeOf(e.definition)
    const iterable = this.pointsTo.value(e.iterable, at)
    const isGenerator = e.definition.form === 'generator'
    const generator = isGenerator ? code : undefined
    const shape = { kind: 'container', site: e.from, generator } as const
    // `collect` in its body finds the object by the code.
    const made = this.pointsTo.objects.get(`collected ${code.id}`, shape, e.from, at.code)
    solver.add(node, made)
    const given = { positional: [{ node: iterable, isStarred: false }], keywords: [] }
    if (!isGenerator)
      this.pointsTo.invoke(code, undefined, { at: e, caller: at, given, result: node })
    else {
      const inner = this.pointsTo.activation(code, at.root)
      bindParameters(code, inner, given, this.pointsTo)
    }
    this.pointsTo.iterate(iterable, e, at, solver.fresh())
  }

  /** A new container with the items of those that the operands may be; nothing where they are none. */
  copied(node: Node, operands: readonly Expression[], e: Expression, activation: Activation): void {
    const { solver, heap } = this.pointsTo
    for (const operand of operands) {
      solver.each(this.pointsTo.value(operand, activation), (object) => {
        if (object.kind !== 'container') return
        const made = this.made(e, activation)
        solver.copy(heap.items(object), heap.stored(made, undefined))
        solver.add(node, made)
      })
    }
  }

  unpack(target: Target & { kind: 'unpack' }, value: Node, activation: Activation): void {
    const { solver, heap } = this.pointsTo
    for (const [i, part] of target.targets.entries()) {
      const node = solver.fresh()
      const isFixed = target.starred === undefined || i < target.starred
      solver.each(value, (object) => {
        if (i !== target.starred) {
          heap.load(object, isFixed ? indexKey(i) : undefined, node)
          return
        }
        const rest = this.made(part, activation)
        heap.load(object, undefined, heap.stored(rest, undefined))
        solver.add(node, rest)
      })
      this.pointsTo.assign(part, node, activation)
    }
  }

  /** The container that `at` makes; `part` tells several apart. */
  made(at: Expression | Target, { code }: Activation, part = ''): AbstractObject {
    const shape = { kind: 'container', site: at.from, generator: undefined } as const
    return this.pointsTo.objects.get(`container ${at.from} ${at.to} ${part}`, shape, at.from, code)
  }
}
