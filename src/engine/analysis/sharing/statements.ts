import { assertNever } from '../../../base'
import { bodiesOf, type Expression, type Statement, type WithItem } from '../../language'
import type { Activation } from './activation'
import { bindDefaults } from './parameters'
import type { PointsTo } from './pointsTo'

/** Adds what the statements of one activation bind, call and return. */
export function bindBody(
  body: readonly Statement[],
  activation: Activation,
  pointsTo: PointsTo,
): void {
  const binder = new Binder(activation, pointsTo)
  for (const statement of body) binder.statement(statement)
}

class Binder {
  constructor(
    private readonly activation: Activation,
    private readonly pointsTo: PointsTo,
  ) {}

  // eslint-disable-next-line max-lines-per-function -- flat dispatch, one case per kind of statement
  statement(s: Statement): void {
    const { activation, pointsTo } = this
    const { solver } = pointsTo
    switch (s.kind) {
      case 'expression':
        this.value(s.value)
        break
      case 'assign':
        for (const target of s.targets) {
          pointsTo.assign(target, this.value(s.value), activation)
        }
        break
      case 'augmented':
        this.augmented(s)
        break
      case 'delete':
        for (const target of s.targets) {
          if (target.kind === 'attribute' || target.kind === 'item') this.value(target.object)
          if (target.kind === 'item') pointsTo.operate([target.key], s, activation)
        }
        break
      case 'if':
      case 'while':
        pointsTo.operate([s.condition], s.condition, activation)
        break
      case 'for': {
        const item = solver.fresh()
        pointsTo.iterate(this.value(s.iterable), s, activation, item)
        pointsTo.assign(s.target, item, activation)
        break
      }
      case 'return':
        if (s.value !== undefined) {
          solver.copy(this.value(s.value), pointsTo.returned(activation))
        }
        break
      case 'try':
        for (const { type, target } of s.handlers) {
          if (type !== undefined) this.value(type)
          if (target !== undefined) pointsTo.assign(target, this.raised(), activation)
        }
        break
      case 'with':
        for (const item of s.items) this.withItem(item)
        break
      case 'assert':
        pointsTo.operate([s.condition], s.condition, activation)
        if (s.message !== undefined) this.value(s.message)
        break
      case 'raise':
        if (s.value !== undefined) solver.copy(this.value(s.value), this.raised())
        break
      case 'function':
        this.define(s)
        break
      case 'class':
        this.defineClass(s)
        break
      case 'collect':
        this.collect(s)
        break
      case 'import':
        this.import(s)
        break
      case 'importFrom':
        for (const { member, target } of s.members) {
          const node = solver.fresh()
          solver.add(node, pointsTo.builtin(member, undefined))
          pointsTo.assign(target, node, activation)
        }
        break
      case 'break':
      case 'continue':
      case 'pass':
        break
      default:
        assertNever(s)
    }
    for (const body of bodiesOf(s)) for (const inner of body) this.statement(inner)
  }

  private value(e: Expression): number {
    return this.pointsTo.value(e, this.activation)
  }

  /** What any `raise` of the program raises. */
  private raised(): number {
    return this.pointsTo.solver.node('raised')
  }

  private augmented(s: Statement & { kind: 'augmented' }): void {
    const { pointsTo, activation } = this
    const value = this.value(s.value)
    const node = pointsTo.solver.fresh()
    const { target } = s
    if (target.kind === 'unpack') return
    const { from, to } = target
    const old: Expression =
      target.kind === 'name'
        ? { kind: 'name', name: target.name, scope: target.scope, from, to }
        : target
    const before = this.value(old)
    pointsTo.special(before, [value], { ...pointsTo.quietCall(s, activation), result: node })
    pointsTo.special(value, [before], { ...pointsTo.quietCall(s, activation), result: node })
    // A list grows in place.
    pointsTo.solver.copy(before, node)
    pointsTo.solver.each(before, (object) => {
      if (object.kind === 'container') {
        pointsTo.elements(value, pointsTo.heap.stored(object, undefined))
      }
    })
    pointsTo.assign(target, node, activation)
  }

  private withItem(item: WithItem): void {
    const { context, target } = item
    const { pointsTo, activation } = this
    const node = this.value(context)
    const bound = pointsTo.solver.fresh()
    pointsTo.solver.each(node, (object) => {
      if (object.kind !== 'instance') pointsTo.solver.add(bound, object)
      else {
        for (const name of ['__enter__', '__exit__']) {
          const code = pointsTo.attributes.method(object.definition, name)
          const call = pointsTo.quietCall(item, activation)
          const result = name === '__enter__' ? bound : call.result
          if (code !== undefined) pointsTo.invoke(code, object, { ...call, result })
        }
      }
    })
    if (target !== undefined) pointsTo.assign(target, bound, activation)
  }

  private define(s: Statement & { kind: 'function' }): void {
    const { pointsTo, activation } = this
    bindDefaults(s.definition, activation, pointsTo)
    let node = pointsTo.solver.fresh()
    pointsTo.solver.add(node, pointsTo.function(pointsTo.codes.codeOf(s.definition), undefined))
    for (const decorator of s.decorators.toReversed()) {
      const result = pointsTo.solver.fresh()
      const given = { positional: [{ node, isStarred: false }], keywords: [] }
      const site = { at: decorator, caller: activation, given, result }
      pointsTo.applyAll(this.value(decorator), site)
      node = result
    }
    pointsTo.assign(s.target, node, activation)
  }

  private defineClass({ definition }: Statement & { kind: 'class' }): void {
    const { pointsTo, activation } = this
    const { solver, heap } = pointsTo
    for (const { name, value } of definition.attributes) {
      solver.copy(this.value(value), heap.classField(definition.name, name))
    }
    for (const { name, of } of definition.defaults ?? []) {
      solver.copy(heap.classField(definition.name, of), heap.classField(definition.name, name))
    }
    for (const method of definition.methods) bindDefaults(method, activation, pointsTo)
    const made = pointsTo.objects.get(`class ${definition.name} ${definition.from}`, {
      kind: 'class',
      definition,
    })
    solver.add(pointsTo.variable(definition.name, 'global', activation), made)
  }

  private collect({ key, value }: Statement & { kind: 'collect' }): void {
    const { pointsTo, activation } = this
    const { code } = activation
    const generator = code.title === '<genexpr>' ? code : undefined
    const shape = { kind: 'container', site: 0, generator } as const
    const made = pointsTo.objects.get(`collected ${code.id}`, shape)
    for (const part of [key, value]) {
      if (part === undefined) continue
      pointsTo.solver.copy(this.value(part), pointsTo.heap.stored(made, undefined))
    }
  }

  private import({ module, target }: Statement & { kind: 'import' }): void {
    const { pointsTo, activation } = this
    const node = pointsTo.solver.fresh()
    pointsTo.solver.add(node, pointsTo.objects.get(`module ${module}`, { kind: 'module', module }))
    pointsTo.assign(target, node, activation)
  }
}
