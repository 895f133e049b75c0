import { assertNever } from '../../base'
import type { Expression, FormatPart, FunctionDefinition, Statement, Target } from './ast'

/** Prints a tree as nested words, for tests: `(assign x (+ 1 2))`. Local names are printed bare, others as `scope:name`. */
export function shapeOf(statements: readonly Statement[]): string {
  return statements.map(statementShape).join(' ')
}

type Node = Expression | Target

export function expressionShape(node: Node | undefined): string {
  if (node === undefined) return '_'
  switch (node.kind) {
    case 'literal':
      return literalShape(node)
    case 'name':
      return node.scope === 'local' ? node.name : `${node.scope}:${node.name}`
    case 'formatted':
      return `(f ${node.parts.map(partShape).join(' ')})`
    case 'list':
    case 'tuple':
    case 'set':
      return `(${[node.kind, ...node.items.map(expressionShape)].join(' ')})`
    case 'dict':
      return `(dict ${node.entries.map((entry) => `${expressionShape(entry.key)}=${expressionShape(entry.value)}`).join(' ')})`
    case 'super':
      return `(super ${expressionShape(node.object)})`
    case 'starred':
      return `(* ${expressionShape(node.value)})`
    case 'walrus':
      return `(:= ${expressionShape(node.target)} ${expressionShape(node.value)})`
    case 'lambda':
      return functionShape(node.definition)
    case 'comprehension':
      return `(${node.definition.form} ${expressionShape(node.iterable)} ${functionShape(node.definition)})`
    case 'unary':
      return `(${node.operator} ${expressionShape(node.operand)})`
    case 'binary':
    case 'logical':
      return `(${node.operator} ${expressionShape(node.left)} ${expressionShape(node.right)})`
    case 'compare':
      return `(compare ${node.operands
        .map((operand, i) => `${expressionShape(operand)} ${node.operators[i] ?? ''}`)
        .join(' ')
        .trim()})`
    case 'conditional':
      return `(? ${[node.condition, node.whenTrue, node.whenFalse].map(expressionShape).join(' ')})`
    case 'call': {
      const keywords = node.keywords.map(
        (keyword) => `${keyword.name ?? '**'}=${expressionShape(keyword.value)}`,
      )
      return `(call ${[...[node.callee, ...node.positional].map(expressionShape), ...keywords].join(' ')})`
    }
    case 'attribute':
      return `(. ${expressionShape(node.object)} ${node.name})`
    case 'item':
      return `(item ${expressionShape(node.object)} ${expressionShape(node.key)})`
    case 'slice':
      return `(slice ${[node.start, node.stop, node.step].map(expressionShape).join(' ')})`
    case 'unpack':
      return `(unpack ${node.targets.map(expressionShape).join(' ')})`
    default:
      return assertNever(node)
  }
}

function literalShape(node: Extract<Expression, { kind: 'literal' }>): string {
  const { literal } = node
  if (literal.type === 'none') return 'None'
  if (literal.type === 'string') return JSON.stringify(literal.value)
  return literal.type === 'float' ? `${literal.value}f` : String(literal.value)
}

function partShape(part: FormatPart): string {
  if (part.kind === 'text') return JSON.stringify(part.value)
  const conversion = part.conversion === 'none' ? '' : `!${part.conversion}`
  const specification =
    part.specification.length === 0 ? '' : `:[${part.specification.map(partShape).join(' ')}]`
  return `{${expressionShape(part.value)}${conversion}${specification}}`
}

function block(name: string, statements: readonly Statement[]): string {
  return statements.length === 0 ? '' : ` (${name} ${shapeOf(statements)})`
}

function functionShape(definition: FunctionDefinition): string {
  const parameters = definition.parameters.map((parameter) =>
    parameter.defaultValue === undefined
      ? parameter.name
      : `${parameter.name}=${expressionShape(parameter.defaultValue)}`,
  )
  return `(def ${definition.name} [${parameters.join(' ')}] locals[${definition.locals.join(' ')}]${block('do', definition.body)})`
}

function statementShape(node: Statement): string {
  switch (node.kind) {
    case 'expression':
      return expressionShape(node.value)
    case 'assign':
      return `(assign ${[...node.targets, node.value].map(expressionShape).join(' ')})`
    case 'augmented':
      return `(${node.operator}= ${expressionShape(node.target)} ${expressionShape(node.value)})`
    case 'delete':
      return `(del ${node.targets.map(expressionShape).join(' ')})`
    case 'if':
    case 'while':
      return `(${node.kind} ${expressionShape(node.condition)}${block('do', node.body)}${block('else', node.orElse)})`
    case 'for':
      return `(for ${expressionShape(node.target)} ${expressionShape(node.iterable)}${block('do', node.body)}${block('else', node.orElse)})`
    case 'break':
    case 'continue':
    case 'pass':
      return node.kind
    case 'return':
    case 'raise':
      return `(${node.kind} ${expressionShape(node.value)})`
    case 'try': {
      const handlers = node.handlers.map(
        (handler) =>
          ` (except ${expressionShape(handler.type)} ${expressionShape(handler.target)} ${shapeOf(handler.body)})`,
      )
      return `(try${block('do', node.body)}${handlers.join('')}${block('else', node.orElse)}${block('finally', node.finallyBody)})`
    }
    case 'with': {
      const items = node.items.map(
        (item) => `${expressionShape(item.context)} as ${expressionShape(item.target)}`,
      )
      return `(with [${items.join(', ')}]${block('do', node.body)})`
    }
    case 'assert':
      return `(assert ${expressionShape(node.condition)} ${expressionShape(node.message)})`
    case 'collect':
      return `(collect ${[node.key, node.value].map(expressionShape).join(' ')})`
    case 'function':
      return functionShape(node.definition)
    case 'class': {
      const { name, base, attributes, methods } = node.definition
      const derived = base === undefined ? name : `${name}<${expressionShape(base.value)}`
      const members = attributes.map(
        (attribute) => `${attribute.name}=${expressionShape(attribute.value)}`,
      )
      return `(class ${[derived, ...members, ...methods.map(functionShape)].join(' ')})`
    }
    case 'import':
      return `(import ${node.module} ${expressionShape(node.target)})`
    case 'importFrom':
      return `(from ${node.module} ${node.members.map((m) => `${m.member} ${expressionShape(m.target)}`).join(', ')})`
    default:
      return assertNever(node)
  }
}
