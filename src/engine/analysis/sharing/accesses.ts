/** Which places of memory each operation of a program reads and writes. */
import type { Expression, Module, Target } from '../../language'
import { codeOf, statementsIn, targetsOf } from '../../language'
import type { Activation } from './activation'
import type { Operation } from './controlFlow'
import { VIEWED } from './library'
import type { AbstractObject } from './objects'
import type { PointsTo } from './pointsTo'

/** Where a value can stand: a name, an attribute of the objects of one class, the items of a container, a row. */
export type PlaceShape =
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'cell'; readonly name: string; readonly owner: number }
  | { readonly kind: 'attribute'; readonly className: string; readonly name: string }
  | { readonly kind: 'items'; readonly object: AbstractObject }

export interface PlaceAccess {
  readonly place: PlaceShape
  readonly isWrite: boolean
  readonly from: number
  /** What the place is a part of; undefined for names. */
  readonly base: AbstractObject | undefined
  /** The expression of that. */
  readonly baseExpression: Expression | undefined
}

/** Methods of containers that only look. */
const LOOKS: ReadonlySet<string> = new Set(
  'get items keys values copy count index isdisjoint issubset issuperset union difference intersection'.split(
    ' ',
  ),
)

/** They take their arguments as they are and look at nothing in them. */
const TAKES: ReadonlySet<string> = new Set(
  'append appendleft add insert put put_nowait send setdefault'.split(' '),
)

type Emit = (access: PlaceAccess) => void

export class Accesses {
  private readonly stored: ReadonlySet<string>

  constructor(
    module: Module,
    private readonly pointsTo: PointsTo,
  ) {
    this.stored = storedAttributes(module)
  }

  /** What `operation` does itself, without the code it calls. */
  of(operation: Operation, activation: Activation): readonly PlaceAccess[] {
    const found: PlaceAccess[] = []
    const emit: Emit = (access) => found.push(access)
    switch (operation.kind) {
      case 'evaluate':
        this.evaluate(operation.expression, activation, emit)
        break
      case 'iterate':
        this.items(operation.iterable, operation.at.from, activation, emit)
        break
      case 'store':
        this.store(operation.target, activation, emit)
        if (operation.target.kind === 'unpack' && operation.value !== undefined) {
          this.items(operation.value, operation.target.from, activation, emit)
        }
        break
      case 'grow': {
        const { target, value } = operation.statement
        this.read(target, activation, emit)
        this.items(value, value.from, activation, emit)
        this.grown(target, activation, emit)
        this.store(target, activation, emit)
        break
      }
      case 'assume':
        this.items(operation.expression, operation.expression.from, activation, emit)
        break
      case 'none':
      case 'enter':
      case 'exit':
      case 'joinAll':
        break
    }
    return found
  }

  private evaluate(e: Expression, activation: Activation, emit: Emit): void {
    switch (e.kind) {
      case 'name':
      case 'attribute':
      case 'item':
        return this.read(e, activation, emit)
      case 'call':
        return this.call(e, activation, emit)
      case 'compare':
        return this.all(e.operands, activation, emit)
      case 'binary':
        return this.all([e.left, e.right], activation, emit)
      case 'unary':
        return this.all([e.operand], activation, emit)
      case 'starred':
        return this.all([e.value], activation, emit)
      case 'comprehension':
        return this.all([e.iterable], activation, emit)
      case 'formatted':
        return this.all(
          e.parts.flatMap((part) => (part.kind === 'text' ? [] : [part.value])),
          activation,
          emit,
        )
    }
  }

  private all(operands: readonly Expression[], activation: Activation, emit: Emit): void {
    for (const operand of operands) this.items(operand, operand.from, activation, emit)
  }

  /** Reads of the name, attribute or item itself. */
  private read(e: Expression | Target, activation: Activation, emit: Emit): void {
    this.touch(e, false, activation, emit)
  }

  private store(target: Target, activation: Activation, emit: Emit): void {
    if (target.kind === 'unpack') {
      for (const part of target.targets) this.store(part, activation, emit)
    } else this.touch(target, true, activation, emit)
  }

  private touch(
    e: Expression | Target,
    isWrite: boolean,
    activation: Activation,
    emit: Emit,
  ): void {
    const { from } = e
    if (e.kind === 'name') {
      const place = this.nameOf(e, activation)
      if (place !== undefined) {
        emit({ place, isWrite, from, base: undefined, baseExpression: undefined })
      }
    } else if (e.kind === 'attribute') this.attribute(e, isWrite, activation, emit)
    else if (e.kind === 'item') {
      for (const base of this.pointsTo.objectsOf(e.object, activation)) {
        if (base.kind !== 'container') continue
        const place = { kind: 'items', object: base } as const
        emit({ place, isWrite, from, base, baseExpression: e.object })
      }
    }
  }

  private nameOf(
    { name, scope }: (Expression | Target) & { readonly kind: 'name' },
    { code }: Activation,
  ): PlaceShape | undefined {
    switch (scope) {
      case 'global':
        return { kind: 'global', name }
      case 'cell':
        return { kind: 'cell', name, owner: this.pointsTo.codes.ownerOf(name, code).id }
      default:
        return undefined
    }
  }

  private attribute(
    e: (Expression | Target) & { readonly kind: 'attribute' },
    isWrite: boolean,
    activation: Activation,
    emit: Emit,
  ): void {
    const { name, from, object: baseExpression } = e
    if (!this.stored.has(name)) return
    for (const base of this.pointsTo.objectsOf(baseExpression, activation)) {
      if (base.kind !== 'instance' && base.kind !== 'class') continue
      const place = { kind: 'attribute', className: base.definition.name, name } as const
      emit({ place, isWrite, from, base, baseExpression })
    }
  }

  /** Reads what the containers among the values of `e` hold, and what these are views of. */
  private items(e: Expression, from: number, activation: Activation, emit: Emit): void {
    for (const base of this.viewed(e, activation)) {
      const place = { kind: 'items', object: base } as const
      emit({ place, isWrite: false, from, base, baseExpression: e })
    }
  }

  private viewed(e: Expression, activation: Activation): ReadonlySet<AbstractObject> {
    const found = new Set<AbstractObject>()
    for (const object of this.pointsTo.objectsOf(e, activation)) {
      if (isStore(object)) found.add(object)
    }
    for (const object of found) {
      const views = this.pointsTo.heap.field(object, VIEWED)
      for (const view of this.pointsTo.solver.objectsOf(views)) if (isStore(view)) found.add(view)
    }
    return found
  }

  /** `numbers += [1]` changes the list itself. */
  private grown(target: Target, activation: Activation, emit: Emit): void {
    if (target.kind === 'unpack') return
    for (const [e, node] of activation.values) {
      if (e.from !== target.from || e.to !== target.to || e.kind !== target.kind) continue
      for (const base of this.pointsTo.solver.objectsOf(node)) {
        if (base.kind !== 'container') continue
        const place = { kind: 'items', object: base } as const
        emit({ place, isWrite: true, from: e.from, base, baseExpression: e })
      }
    }
  }

  private call(
    e: Expression & { readonly kind: 'call' },
    activation: Activation,
    emit: Emit,
  ): void {
    let looks = false
    for (const callee of this.pointsTo.objectsOf(e.callee, activation)) {
      if (callee.kind !== 'builtin') continue
      const { self, name } = callee
      looks ||= self === undefined || !TAKES.has(name)
      if (self === undefined || !isStore(self)) continue
      const place = { kind: 'items', object: self } as const
      const baseExpression = e.callee.kind === 'attribute' ? e.callee.object : undefined
      emit({ place, isWrite: !LOOKS.has(name), from: e.from, base: self, baseExpression })
    }
    if (!looks) return
    const given = [...e.positional, ...e.keywords.map(({ value }) => value)]
    for (const argument of given) this.items(argument, e.from, activation, emit)
  }
}

/** A container, or a database: what is in it is read and written. */
function isStore(object: AbstractObject): boolean {
  return object.kind === 'container'
}

function storedAttributes(module: Module): ReadonlySet<string> {
  const names = new Set<string>()
  for (const body of codeOf(module)) {
    for (const s of statementsIn(body)) {
      if (s.kind === 'class') for (const { name } of s.definition.attributes) names.add(name)
      for (const t of targetsOf(s)) if (t.kind === 'attribute') names.add(t.name)
    }
  }
  return names
}
