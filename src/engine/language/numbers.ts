import type { SyntaxNode } from '@lezer/common'
import type { Expression, Literal } from './ast'
import { refuse, textOf, type Reader } from './reader'
import { isNumber } from './tokens'

/** CPython's default limit on the digits of a decimal integer literal (sys.int_info.default_max_str_digits). */
const DECIMAL_DIGIT_LIMIT = 4300

/** Reads `42`, `0x2A`, `1_000`, `2.5e-3`; complex numbers and malformed ones are refused. */
export function readNumber(reader: Reader, node: SyntaxNode): Expression {
  const written = textOf(reader, node)
  if (!isNumber(written)) return refuse(reader, node, 'invalidNumber', { text: written })
  if (/^[^xX]*[jJ]$/.test(written)) return refuse(reader, node, 'complexNumber', { text: written })
  const digits = written.replaceAll('_', '').toLowerCase()
  if (/^0[xob]/.test(digits)) return literal(node, { type: 'int', value: BigInt(digits) })
  if (/[.e]/.test(digits)) return literal(node, { type: 'float', value: Number(digits) })
  if (/^0+[1-9]/.test(digits)) {
    return refuse(reader, node, 'leadingZero', {
      text: written,
      instead: digits.replace(/^0+/, ''),
    })
  }
  if (digits.length > DECIMAL_DIGIT_LIMIT) {
    return refuse(reader, node, 'integerTooLong', { limit: String(DECIMAL_DIGIT_LIMIT) })
  }
  return literal(node, { type: 'int', value: BigInt(digits) })
}

function literal(node: SyntaxNode, value: Literal): Expression {
  return { kind: 'literal', literal: value, from: node.from, to: node.to }
}
