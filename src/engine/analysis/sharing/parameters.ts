import type { FunctionDefinition } from '../../language'
import type { Activation, Arguments } from './activation'
import type { Code } from './code'
import type { PointsTo } from './pointsTo'
import type { Node } from './solver'

/** Lets the parameters of `code` hold what they may be given; what could go to several goes to all of them. */
export function bindParameters(
  code: Code,
  activation: Activation,
  given: Arguments,
  pointsTo: PointsTo,
): void {
  const { solver, heap } = pointsTo
  const firstStarred = given.positional.findIndex(({ isStarred }) => isStarred)
  const fixed = firstStarred < 0 ? given.positional.length : firstStarred
  const unordered = given.positional.slice(fixed).map(({ node }) => node)
  let position = 0
  for (const { name, kind } of code.parameters) {
    const to = pointsTo.local(name, activation)
    solver.copy(defaultOf(code, name, pointsTo), to)
    if (kind === 'variadic' || kind === 'keywords') {
      const key = `rest ${code.id} ${name}`
      const shape = { kind: 'container', site: 0, generator: undefined } as const
      const rest = pointsTo.objects.get(key, shape, code.body[0]?.from, code)
      solver.add(to, rest)
      const held = heap.stored(rest, undefined)
      if (kind === 'variadic') for (const { node } of given.positional) solver.copy(node, held)
      else gatherKeywords(given, held, pointsTo)
      continue
    }
    const own = position < fixed ? given.positional[position] : undefined
    if (own !== undefined && kind !== 'keyword') solver.copy(own.node, to)
    else for (const node of unordered) solver.copy(node, to)
    for (const keyword of given.keywords) {
      if (keyword.name === name) solver.copy(keyword.node, to)
      else if (keyword.name === undefined) pointsTo.elements(keyword.node, to)
    }
    position += 1
  }
}

function gatherKeywords({ keywords }: Arguments, held: Node, pointsTo: PointsTo): void {
  for (const { name, node } of keywords) {
    if (name === undefined) pointsTo.elements(node, held)
    else pointsTo.solver.copy(node, held)
  }
}

/** `def` and `lambda` evaluate the defaults of their parameters. */
export function bindDefaults(
  definition: FunctionDefinition,
  activation: Activation,
  pointsTo: PointsTo,
): void {
  const code = pointsTo.codes.codeOf(definition)
  for (const { name, defaultValue } of definition.parameters) {
    if (defaultValue === undefined) continue
    pointsTo.solver.copy(pointsTo.value(defaultValue, activation), defaultOf(code, name, pointsTo))
  }
}

function defaultOf({ id }: Code, name: string, { solver }: PointsTo): Node {
  return solver.node(`default ${id} ${name}`)
}
