/**
 * Objects that only the call that makes them holds: what `__init__` does with its first parameter no other thread can
 * see, if no `__init__` of the object's class and bases lets it out, and none is called but by construction. What it puts
 * into containers of the object counts as seen.
 */
import {
  type ClassDefinition,
  codeOf,
  definitionsOf,
  type Expression,
  expressionsIn,
  type FunctionDefinition,
  type Module,
  type Statement,
  statementsIn,
  targetsOf,
} from '../../language'
import type { PlaceAccess } from './accesses'
import type { Activation } from './activation'
import type { Code } from './code'
import type { PointsTo } from './pointsTo'

export class Freshness {
  private readonly isOnlyConstructed: boolean
  private readonly known = new Map<ClassDefinition, boolean>()

  constructor(
    module: Module,
    private readonly pointsTo: PointsTo,
  ) {
    this.isOnlyConstructed = !callsInitialisers(module)
  }

  /** Whether `access`, which `activation` makes, is to an object that nothing else can reach yet. */
  covers({ base, baseExpression }: PlaceAccess, { code }: Activation): boolean {
    if (!this.isOnlyConstructed || base?.kind !== 'instance') return false
    return (
      isName(baseExpression, receiverOf(code)) &&
      this.initialisers(base.definition).includes(code) &&
      this.staysInside(base.definition)
    )
  }

  private initialisers(definition: ClassDefinition): readonly Code[] {
    const { codes } = this.pointsTo
    return codes
      .lineOf(definition)
      .flatMap(({ methods }) => methods.filter(isInitialiser).map((method) => codes.codeOf(method)))
  }

  private staysInside(definition: ClassDefinition): boolean {
    const known = this.known.get(definition)
    if (known !== undefined) return known
    const codes = this.initialisers(definition)
    const running = this.pointsTo.activations.filter(({ code }) => codes.includes(code))
    const isInside = running.every((activation) => this.keeps(activation, definition))
    this.known.set(definition, isInside)
    return isInside
  }

  /** Whether `activation` uses its receiver for nothing but its attributes and `super().__init__`. */
  private keeps(activation: Activation, definition: ClassDefinition): boolean {
    const { code } = activation
    const receiver = receiverOf(code)
    if (receiver === undefined || code.cells.has(receiver)) return false
    const targets = statementsIn(code.body).flatMap(targetsOf)
    const expressions = expressionsIn(code.body)
    const kept = new Set<Expression>()
    for (const target of targets) {
      if (target.kind === 'name' && target.name === receiver) return false
      if (target.kind === 'attribute' && !this.isMethod(target.name, definition)) {
        kept.add(target.object)
      }
    }
    for (const e of expressions) {
      if (e.kind === 'walrus' && e.target.name === receiver) return false
      if (e.kind === 'attribute' && this.isPlain(e, activation, definition)) kept.add(e.object)
      if (e.kind === 'call' && isOfSuper(e.callee)) kept.add(e.callee.object.object)
    }
    return expressions.every((e) => !isName(e, receiver) || kept.has(e))
  }

  /** Reading it runs nothing and gives nothing that has the object in hand, as a method does. */
  private isPlain(
    e: Expression & { readonly kind: 'attribute' },
    activation: Activation,
    definition: ClassDefinition,
  ): boolean {
    if (this.isMethod(e.name, definition)) return false
    return [...this.pointsTo.objectsOf(e, activation)].every(
      (object) => !('self' in object) || object.self === undefined,
    )
  }

  private isMethod(name: string, definition: ClassDefinition): boolean {
    const line = this.pointsTo.codes.lineOf(definition)
    return line.some(({ methods }) => methods.some((method) => method.name === name))
  }
}

const INITIALISER = '__init__'

function isInitialiser({ name }: FunctionDefinition): boolean {
  return name === INITIALISER
}

function receiverOf({ parameters: [first] }: Code): string | undefined {
  return first?.kind === 'variadic' || first?.kind === 'keywords' ? undefined : first?.name
}

function isName(e: Expression | undefined, name: string | undefined): boolean {
  return e?.kind === 'name' && e.name === name
}

type OfSuper = Expression & {
  readonly kind: 'attribute'
  readonly object: { readonly kind: 'super' }
}

function isOfSuper(e: Expression): e is OfSuper {
  return e.kind === 'attribute' && e.name === INITIALISER && e.object.kind === 'super'
}

/** Whether the program names `__init__` elsewhere than as `super().__init__` in an `__init__`. */
function callsInitialisers(module: Module): boolean {
  const own = new Set<readonly Statement[]>(
    definitionsOf(module).flatMap(({ definition, className }) =>
      className !== undefined && isInitialiser(definition) ? [definition.body] : [],
    ),
  )
  return codeOf(module).some((body) =>
    expressionsIn(body).some((e) => {
      if (e.kind === 'attribute') return e.name === INITIALISER && !(own.has(body) && isOfSuper(e))
      return e.kind === 'literal' && e.literal.type === 'string' && e.literal.value === INITIALISER
    }),
  )
}
