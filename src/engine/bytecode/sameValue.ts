import {
  codeOf,
  definitionsOf,
  expressionsIn,
  statementsIn,
  targetsOf,
  type Expression,
  type Module,
  type Statement,
  type Target,
} from '../language'

/**
 * A text for an expression that gives the same object every time within one call of a function, as long as none of the
 * locals in it is assigned; `undefined` when that is not certain. Equal texts mean equal objects.
 */
export type ValueName = (expression: Expression) => string | undefined

/**
 * Names values of `module`. A name stands for one value when it is a local, or a global that is bound once before
 * threads start (`fixedGlobals`); an attribute when only `__init__` ever stores it; an item when its container is only
 * indexed, measured, walked or appended to.
 */
export function valueNames(module: Module, fixedGlobals: ReadonlySet<string>): ValueName {
  const attributes = fixedAttributes(module)
  const containers = readContainers(module)
  const nameOf: ValueName = (expression) => {
    switch (expression.kind) {
      case 'literal':
        return `${expression.literal.type} ${literalText(expression.literal)}`
      case 'name':
        if (expression.scope === 'cell') return undefined
        if (expression.scope === 'global' && !fixedGlobals.has(expression.name)) return undefined
        return `${expression.scope} ${expression.name}`
      case 'attribute':
        return attributes.has(expression.name)
          ? joined(`.${expression.name}`, [nameOf(expression.object)])
          : undefined
      case 'item':
        return containers.has(containerName(expression.object))
          ? joined('item', [nameOf(expression.object), nameOf(expression.key)])
          : undefined
      case 'binary':
        return joined(expression.operator, [nameOf(expression.left), nameOf(expression.right)])
      default:
        return undefined
    }
  }
  return nameOf
}

function literalText(literal: Extract<Expression, { kind: 'literal' }>['literal']): string {
  return literal.type === 'none' ? '' : JSON.stringify(String(literal.value))
}

function joined(label: string, parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : `${label}(${parts.join(', ')})`
}

/** The local names in a value name that a binding of `name` makes stale. */
export function mentionsLocal(valueName: string, name: string): boolean {
  return new RegExp(`(?:^|[(\\s])local ${name}(?:$|[,)])`).test(valueName)
}

/**
 * Attribute names whose value never changes: stored at most once in each `__init__`, in straight line on its first
 * parameter, and nowhere else; or only declared in classes. None when `__init__` is called by name.
 */
function fixedAttributes(module: Module): ReadonlySet<string> {
  const declared = declaredAttributes(module)
  const stored = new Set<string>()
  const changed = new Set<string>()
  for (const body of codeOf(module)) {
    for (const expression of expressionsIn(body)) {
      if (expression.kind === 'attribute' && expression.name === '__init__') return new Set()
    }
    const initial = new Set(initialStores(module, body))
    for (const name of attributeTargets(statementsIn(body))) {
      stored.add(name)
      // One store may be the initial one; a second of the same name finds it gone.
      if (!initial.delete(name)) changed.add(name)
    }
  }
  const isFixed = (name: string): boolean =>
    !changed.has(name) && declared.has(name) !== stored.has(name)
  return new Set([...declared, ...stored].filter(isFixed))
}

function attributeTargets(statements: readonly Statement[]): readonly string[] {
  return statements
    .flatMap(targetsOf)
    .flatMap((target) => (target.kind === 'attribute' ? [target.name] : []))
}

/** Names that `body`, when it is that of an `__init__`, stores on its first parameter outside other statements. */
function initialStores(module: Module, body: readonly Statement[]): readonly string[] {
  const owner = definitionsOf(module).find(({ definition }) => definition.body === body)
  if (owner?.className === undefined || owner.definition.name !== '__init__') return []
  const self = owner.definition.parameters[0]?.name
  return body
    .filter((statement) => statement.kind === 'assign')
    .flatMap(targetsOf)
    .flatMap((target) =>
      target.kind === 'attribute' && target.object.kind === 'name' && target.object.name === self
        ? [target.name]
        : [],
    )
}

function declaredAttributes(module: Module): ReadonlySet<string> {
  return new Set(
    statementsIn(module.body).flatMap((statement) =>
      statement.kind === 'class' ? statement.definition.attributes.map(({ name }) => name) : [],
    ),
  )
}

/** `g name` for a global, `a name` for an attribute: the only containers that are followed. */
function containerName(expression: Expression | Target): string {
  if (expression.kind === 'attribute') return `a ${expression.name}`
  if (expression.kind !== 'name' || expression.scope !== 'global') return OTHER
  return `g ${expression.name}`
}

/** Stands for every value that is not followed. */
const OTHER = ''

/** Whether the one name that `statement` binds gets a new container, which has no other name. */
function bindsFresh(statement: Statement): boolean {
  if (statement.kind !== 'assign' || statement.targets.length > 1) return false
  return isDisplay(statement.value) && statement.targets[0]?.kind !== 'unpack'
}

function isDisplay(expression: Expression): boolean {
  return /^(?:list|tuple|dict)$/.test(expression.kind)
}

/** Containers that no mention in the program can give another item at an index: see {@link valueNames}. */
function readContainers(module: Module): ReadonlySet<string> {
  const all = new Set<string>()
  const changed = new Set<string>()
  for (const body of codeOf(module)) {
    const harmless = new Set<Expression>()
    for (const statement of statementsIn(body)) {
      if (statement.kind === 'for') harmless.add(statement.iterable)
      if (statement.kind === 'class') {
        const shared = statement.definition.attributes.filter(({ value }) => !isDisplay(value))
        for (const { name } of shared) changed.add(`a ${name}`)
      }
      if (!bindsFresh(statement))
        targetsOf(statement).forEach((target) => changed.add(containerName(target)))
    }
    for (const expression of expressionsIn(body)) {
      for (const read of readsOf(expression)) harmless.add(read)
      const name = containerName(expression)
      all.add(name)
      if (!harmless.has(expression)) changed.add(name)
    }
  }
  changed.add(OTHER)
  return new Set([...all].filter((name) => !changed.has(name)))
}

/** The parts of `expression` that it only reads as containers. Items that are stored are targets, not expressions. */
function readsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'item') return [expression.object]
  if (expression.kind !== 'call') return []
  const { callee, positional } = expression
  if (callee.kind === 'attribute') {
    return callee.name === 'append' ? [callee.object] : []
  }
  return callee.kind === 'name' && callee.scope === 'builtin' && callee.name === 'len'
    ? positional
    : []
}
