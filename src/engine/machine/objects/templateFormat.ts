/** `template.format(…)`: literal text and replacement fields `{name!conversion:specification}`. */
import { PythonError, valueError } from '../pythonError'
import { UNBOUND, type Value } from '../value'
import { fromNumber } from './integer'
import { keyError, loadItem } from './items'
import type { Objects } from './object'
import { CONVERSION, formatField } from './stringFormat'
import { fromText } from './string'
import { typeName } from './typeName'

const CONVERSIONS: Readonly<Record<string, number>> = {
  s: CONVERSION.str,
  r: CONVERSION.repr,
  a: CONVERSION.ascii,
}

/** Fields may stand in a specification, but not in theirs. */
const DEPTH = 2

/** @throws PythonError ValueError, IndexError, KeyError, TypeError */
export function templateFormat(
  objects: Objects,
  template: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): string {
  return new Template(objects, args, keywords).fill(template, DEPTH)
}

class Template {
  /** Automatic numbering counts up; a number in a field forbids it, and the other way round. */
  private numbering: 'none' | 'automatic' | 'manual' = 'none'
  private count = 0

  constructor(
    private readonly objects: Objects,
    private readonly args: readonly Value[],
    private readonly keywords: ReadonlyMap<string, Value>,
  ) {}

  fill(template: string, depth: number): string {
    if (depth === 0) throw valueError('Max string recursion exceeded')
    let result = ''
    for (let i = 0; i < template.length;) {
      const character = template.charAt(i)
      if (character !== '{' && character !== '}') {
        result += character
        i++
      } else if (template.charAt(i + 1) === character) {
        result += character
        i += 2
      } else {
        if (character === '}') throw single('}')
        const end = endOfField(template, i + 1)
        result += this.field(template.slice(i + 1, end), depth)
        i = end + 1
      }
    }
    return result
  }

  private field(text: string, depth: number): string {
    const { name, conversion, specification } = splitField(text)
    const value = this.lookUp(name)
    const code = conversion === '' ? CONVERSION.none : CONVERSIONS[conversion]
    if (code === undefined) throw valueError(`Unknown conversion specifier ${conversion}`)
    const filled = specification === '' ? '' : this.fill(specification, depth - 1)
    return formatField(this.objects, value, code, filled)
  }

  private lookUp(name: string): Value {
    const [, first = '', path = ''] = /^([^.[]*)(.*)$/su.exec(name) ?? []
    let value = this.argument(first)
    for (const [, attribute, index, stray] of path.matchAll(/\.([^.[]*)|\[([^\]]*)\]|(.)/gsu)) {
      if (stray !== undefined)
        throw valueError("Only '.' or '[' may follow ']' in format field specifier")
      if (attribute === '' || index === '') throw valueError('Empty attribute in format string')
      value =
        attribute === undefined
          ? loadItem(this.objects, value, this.key(index ?? ''))
          : this.attribute(value, attribute)
    }
    return value
  }

  private attribute(value: Value, name: string): Value {
    const found = this.objects.attribute?.(value, name)
    if (found !== undefined) return found
    const type = typeName(this.objects, value)
    throw new PythonError('AttributeError', `'${type}' object has no attribute '${name}'`)
  }

  private key(text: string): Value {
    return /^\d+$/.test(text)
      ? fromNumber(this.objects, position(text))
      : fromText(this.objects, text)
  }

  private argument(name: string): Value {
    if (name !== '' && !/^\d+$/.test(name)) {
      const value = this.keywords.get(name) ?? UNBOUND
      if (value === UNBOUND) throw keyError(this.objects, fromText(this.objects, name))
      return value
    }
    this.chooseNumbering(name === '' ? 'automatic' : 'manual')
    const index = name === '' ? this.count++ : position(name)
    const value = this.args[index]
    if (value !== undefined) return value
    const message = `Replacement index ${index} out of range for positional args tuple`
    throw new PythonError('IndexError', message)
  }

  private chooseNumbering(numbering: 'automatic' | 'manual'): void {
    if (this.numbering !== 'none' && this.numbering !== numbering) {
      throw valueError(
        numbering === 'automatic'
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      )
    }
    this.numbering = numbering
  }
}

/** Index of the brace that closes the field whose content starts at `start`. */
function endOfField(template: string, start: number): number {
  if (start === template.length) throw single('{')
  const behindName = start + fieldName(template.slice(start)).length
  if (template.charAt(behindName) === '{') throw valueError("unexpected '{' in field name")
  let open = 1
  for (let i = behindName; i < template.length; i++) {
    if (template.charAt(i) === '{') open++
    if (template.charAt(i) === '}' && --open === 0) return i
  }
  throw valueError(whyUnclosed(template.slice(behindName)))
}

/** What is wrong with a field that never closes, from the mark behind its name on. */
function whyUnclosed(rest: string): string {
  if (rest === '') return "expected '}' before end of string"
  if (rest === '!') return 'end of string while looking for conversion specifier'
  const [mark, , behind] = Array.from(rest)
  return mark === '!' && behind !== undefined && behind !== ':'
    ? "expected ':' after conversion specifier"
    : "unmatched '{' in format spec"
}

/** What stands before the conversion, the specification or the end of a field; brackets may hold any of their marks. */
function fieldName(text: string): string {
  return /^(?:\[[^\]]*\]?|[^[{}:!])*/u.exec(text)?.[0] ?? ''
}

function splitField(text: string): { name: string; conversion: string; specification: string } {
  const name = fieldName(text)
  const rest = text.slice(name.length + 1)
  if (text.charAt(name.length) !== '!') return { name, conversion: '', specification: rest }
  const conversion = Array.from(rest)[0] ?? ''
  const after = rest.slice(conversion.length)
  if (conversion === '') throw valueError("unmatched '{' in format spec")
  if (after !== '' && !after.startsWith(':')) {
    throw valueError("expected ':' after conversion specifier")
  }
  return { name, conversion, specification: after.slice(1) }
}

/** A number of a field, as an index. */
function position(digits: string): number {
  if (BigInt(digits) >= 2n ** 63n) throw valueError('Too many decimal digits in format string')
  return Number(digits)
}

function single(brace: string): PythonError {
  return valueError(`Single '${brace}' encountered in format string`)
}
