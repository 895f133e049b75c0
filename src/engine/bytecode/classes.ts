import { remembered } from '../../base'
import {
  codeOf,
  definitionsOf,
  expressionsIn,
  lineOf,
  statementsIn,
  targetsOf,
  type ClassDefinition,
  type Expression,
  type FunctionDefinition,
  type Module,
  type Statement,
} from '../language'
import { namesOfSetattr } from './namedStores'

/**
 * The attributes that instances of a class may hold: what the methods of its bases, then its own store on their first
 * parameter, then what the program stores on anything else (whose class is not known before it runs). Without repetition.
 *
 * A method can get something else as `self` only when it is taken from the class rather than from an instance; a program
 * that handles classes as values therefore gets every name in every class.
 */
export function instanceSlots(module: Module, definition: ClassDefinition): readonly string[] {
  const stores = attributeStores(module)
  const isShared = handlesClassesAsValues(module)
  const own = lineOf(module, definition)
    .toReversed()
    .flatMap(({ name }) => stores.filter((s) => s.isOnSelf && s.className === name))
  const others = stores.filter((store) => !store.isOnSelf || isShared)
  return [...new Set([...own, ...others].map(({ name }) => name))]
}

interface AttributeStore {
  readonly name: string
  readonly className: string | undefined
  /** Whether the object is the first parameter of a method. */
  readonly isOnSelf: boolean
}

const attributeStores = remembered((module: Module): readonly AttributeStore[] => {
  const stores = storesIn(module.body, undefined, undefined)
  for (const name of namesOfSetattr(module)) {
    stores.push({ name, className: undefined, isOnSelf: false })
  }
  for (const { definition, className } of definitionsOf(module)) {
    const first = isOnInstances(definition, className) ? definition.parameters[0]?.name : undefined
    const self = first !== undefined && !isRebound(definition.body, first) ? first : undefined
    stores.push(...storesIn(definition.body, className, self))
  }
  return stores
})

function isOnInstances({ binding }: FunctionDefinition, className: string | undefined): boolean {
  return className !== undefined && binding !== 'static' && binding !== 'class'
}

function storesIn(
  body: readonly Statement[],
  className: string | undefined,
  self: string | undefined,
): AttributeStore[] {
  const stores: AttributeStore[] = []
  for (const statement of statementsIn(body)) {
    if (statement.kind === 'delete') continue
    for (const target of targetsOf(statement)) {
      if (target.kind !== 'attribute') continue
      const { object } = target
      const isOnSelf = object.kind === 'name' && object.scope !== 'global' && object.name === self
      stores.push({ name: target.name, className, isOnSelf })
    }
  }
  return stores
}

function isRebound(body: readonly Statement[], name: string): boolean {
  for (const statement of statementsIn(body)) {
    for (const target of targetsOf(statement)) {
      if (target.kind === 'name' && target.scope !== 'global' && target.name === name) return true
    }
  }
  return false
}

/** Whether a class may be reached other than by calling it, or a method other than through an instance. */
const handlesClassesAsValues = remembered((module: Module): boolean => {
  const classes = new Set<string>()
  const methods = new Set<string>()
  for (const statement of statementsIn(module.body)) {
    if (statement.kind !== 'class') continue
    if (classes.has(statement.definition.name)) return true
    classes.add(statement.definition.name)
    for (const method of statement.definition.methods) methods.add(method.name)
  }
  return codeOf(module).some((body) => mentionsClass(body, classes, methods))
})

/** Naming a class is harmless in `C(…)` and in `C.x` where `x` is no method. */
function mentionsClass(
  body: readonly Statement[],
  classes: ReadonlySet<string>,
  methods: ReadonlySet<string>,
): boolean {
  const harmless = new Set<unknown>()
  for (const target of statementsIn(body).flatMap(targetsOf)) {
    if (target.kind === 'attribute' && !methods.has(target.name)) harmless.add(target.object)
  }
  for (const statement of statementsIn(body)) {
    // As a base it is looked through for what is called on instances.
    if (statement.kind === 'class') harmless.add(statement.definition.base?.value)
  }
  for (const expression of expressionsIn(body)) {
    for (const part of harmlessParts(expression, methods)) harmless.add(part)
    if (harmless.has(expression)) continue
    if (expression.kind === 'attribute' && expression.name === '__class__') return true
    if (expression.kind !== 'name') continue
    if (expression.scope === 'builtin' && expression.name === 'type') return true
    if (expression.scope === 'global' && classes.has(expression.name)) return true
  }
  return false
}

/** The parts of `expression` that may be a class without harm. */
function harmlessParts(
  expression: Expression,
  methods: ReadonlySet<string>,
): readonly Expression[] {
  if (expression.kind === 'attribute') {
    const { object, name } = expression
    if (methods.has(name)) return []
    return name === '__name__' && object.kind === 'call' ? [object, object.callee] : [object]
  }
  if (expression.kind !== 'call') return []
  const { callee, positional } = expression
  const asks = callee.kind === 'name' && /^(?:isinstance|issubclass)$/.test(callee.name)
  if (callee.kind === 'name' && callee.name === 'type') return []
  if (!asks || callee.scope !== 'builtin') return [callee]
  const [, type] = positional
  return type?.kind === 'tuple' ? type.items : positional
}
