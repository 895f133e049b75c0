import { present } from '../../base'
import {
  COLLECTIONS,
  BINARY,
  COMPARE,
  MODULES,
  OPERATIONS,
  UNARY,
  type ArgumentKind,
  type OperationName,
} from './opcodes'
import type { Constant, FunctionCode, Program } from './program'

export interface DecodedInstruction {
  readonly operation: OperationName
  readonly argument: number
}

const NAMES = new Map(
  (Object.keys(OPERATIONS) as OperationName[]).map((name) => [
    OPERATIONS[name].code as number,
    name,
  ]),
)

/** The inverse of `encodeInstruction`. Throws `BugError` on an unknown operation. */
export function decodeInstruction(word: number): DecodedInstruction {
  const code = word & 0xff
  return { operation: present(NAMES.get(code), `operation ${code}`), argument: word >>> 8 }
}

/**
 * A program as text: each function with its instructions (a source line's number at its first one) and its exception
 * table. For people and tests; the format is not read back.
 */
export function disassemble(program: Program): string {
  return program.functions
    .filter(({ entry }) => entry < program.routinesStart)
    .map((code) => disassembleFunction(program, code))
    .join('\n')
}

function disassembleFunction(program: Program, code: FunctionCode): string {
  const locals = code.locals.length === 0 ? '' : ` locals ${code.locals.join(' ')}`
  const rows = [`${code.qualifiedName}: stack ${code.stackSize}${locals}`]
  let line: number | undefined
  for (let at = code.entry; at < code.end; at++) {
    const isNewLine = line !== program.lines[at]
    line = program.lines[at]
    const mark = isNewLine ? String(line) : ''
    rows.push(
      `${mark.padStart(4)} ${String(at).padStart(5)}  ${instructionText(program, code, at)}`,
    )
  }
  for (const { from, to, handler, depth } of code.handlers) {
    rows.push(`     ${from}–${to - 1} → ${handler} at depth ${depth}`)
  }
  return `${rows.join('\n')}\n`
}

function instructionText(program: Program, code: FunctionCode, at: number): string {
  const { operation, argument } = decodeInstruction(program.code[at] as number)
  const kind = OPERATIONS[operation].argument
  if (kind === 'none') return operation
  return `${operation} ${argumentTexts[kind](argument, program, code)}`
}

type ArgumentText = (argument: number, program: Program, code: FunctionCode) => string

const CONVERSIONS = ['', '!s', '!r', '!a']

const argumentTexts: { readonly [kind in Exclude<ArgumentKind, 'none'>]: ArgumentText } = {
  collection: (index) => COLLECTIONS[index] ?? String(index),
  constant: (index, program) =>
    constantText(present(program.constants[index], `constant ${index}`)),
  local: (index, _program, code) => present(code.locals[index], `local ${index}`),
  global: (index, program) => present(program.globals[index], `global ${index}`).name,
  symbol: (index, program) => present(program.symbols[index], `symbol ${index}`),
  unary: (index) => present(UNARY[index], `unary operator ${index}`),
  binary: (index) => present(BINARY[index], `binary operator ${index}`),
  compare: (index) => present(COMPARE[index], `comparison ${index}`),
  target: (target) => `→ ${target}`,
  count: (count) => String(count),
  format: (format) => {
    const conversion = CONVERSIONS[format & 3] ?? ''
    return `${conversion}${(format & 4) === 0 ? '' : ':'}` || 'plain'
  },
  function: (index, program) =>
    present(program.functions[index], `function ${index}`).qualifiedName,
  class: (index, program) => present(program.classes[index], `class ${index}`).name,
  module: (index) => present(MODULES[index], `module ${index}`),
}

function constantText(constant: Constant): string {
  switch (constant.type) {
    case 'none':
      return 'None'
    case 'bool':
      return constant.value ? 'True' : 'False'
    case 'int':
      return String(constant.value)
    case 'float':
      return floatText(constant.value)
    case 'bytes':
      return `bytes(${constant.value.join(', ')})`
    case 'string':
      return JSON.stringify(constant.value)
    case 'tuple':
      return `(${constant.items.map(constantText).join(', ')}${constant.items.length === 1 ? ',' : ''})`
    case 'builtin':
      return `<${constant.name}>`
  }
}

function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : String(value)
}
