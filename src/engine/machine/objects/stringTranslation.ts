/** `str.maketrans` and `str.translate`. */
import { PythonError, typeError, valueError } from '../pythonError'
import { NONE, type Value } from '../value'
import { isDefaultDict } from './defaultDict'
import { dictEntries, dictSet, makeDict } from './dict'
import { isSubclass } from './exceptions'
import { fromNumber, isInteger, toIndex } from './integer'
import { loadItem } from './items'
import { isKind, KIND, type Objects } from './object'
import { codePointsOf, fromCodePoints, isString, stringLength } from './string'
import { typeName } from './typeName'
import { unsupported } from './unsupportedAttributes'

type Arguments = readonly Value[]

const LARGEST_POINT = 0x10ffff

/** `str.maketrans(table)`, `str.maketrans(from, to)`, `str.maketrans(from, to, deleted)`. */
export function makeTranslation(objects: Objects, _type: Value, args: Arguments): Value {
  const [first = NONE, second, third] = args
  const table = makeDict(objects)
  if (second === undefined) copyTable(objects, first, table)
  else addPairs(objects, table, [first, second, third])
  return table
}

/** Keys of one character become their code points. */
function copyTable(objects: Objects, source: Value, table: Value): void {
  const { memory } = objects
  if (!isKind(memory, source, KIND.dict)) {
    throw typeError('if you give only one argument to maketrans it must be a dict')
  }
  for (const [key, value] of dictEntries(memory, source)) {
    if (isString(memory, key)) {
      const [point] = codePointsOf(memory, key)
      if (stringLength(memory, key) !== 1 || point === undefined) {
        throw valueError('string keys in translate table must be of length 1')
      }
      dictSet(objects, table, fromNumber(objects, point), value)
    } else if (isInteger(memory, key)) dictSet(objects, table, key, value)
    else throw typeError('keys in translate table must be strings or integers')
  }
}

function addPairs(
  objects: Objects,
  table: Value,
  [from, to, deleted]: readonly [Value, Value, Value | undefined],
): void {
  const { memory } = objects
  requireString(objects, to, 2)
  if (deleted !== undefined) requireString(objects, deleted, 3)
  if (!isString(memory, from)) {
    throw typeError('first maketrans argument must be a string if there is a second argument')
  }
  if (stringLength(memory, from) !== stringLength(memory, to)) {
    throw valueError('the first two maketrans arguments must have equal length')
  }
  const targets = codePointsOf(memory, to).slice()
  codePointsOf(memory, from)
    .slice()
    .forEach((point, i) => {
      dictSet(objects, table, fromNumber(objects, point), fromNumber(objects, targets[i] ?? 0))
    })
  if (deleted === undefined) return
  for (const point of codePointsOf(memory, deleted).slice()) {
    dictSet(objects, table, fromNumber(objects, point), NONE)
  }
}

function requireString(objects: Objects, value: Value, position: number): void {
  if (isString(objects.memory, value)) return
  const type = value === NONE ? 'None' : typeName(objects, value)
  throw typeError(`maketrans() argument ${position} must be str, not ${type}`)
}

/** `text.translate(table)`: what the table has for a code point takes its place; without an entry it stays. */
export function translate(objects: Objects, self: Value, [table = NONE]: Arguments): Value {
  const { memory } = objects
  if (isKind(memory, table, KIND.instance) || isMadeOnDemand(objects, table)) {
    throw unsupported('str', `translate(${typeName(objects, table)})`)
  }
  const points: number[] = []
  for (const point of codePointsOf(memory, self).slice()) {
    const value = entryOf(objects, table, fromNumber(objects, point))
    if (value === undefined) points.push(point)
    else if (value !== NONE) points.push(...translated(objects, value))
  }
  return fromCodePoints(objects, points)
}

/** Whether looking up may call the program. */
function isMadeOnDemand({ memory }: Objects, table: Value): boolean {
  return isKind(memory, table, KIND.dict) && isDefaultDict(memory, table)
}

function entryOf(objects: Objects, table: Value, point: Value): Value | undefined {
  try {
    return loadItem(objects, table, point)
  } catch (error) {
    if (!(error instanceof PythonError) || !isSubclass(error.type, 'LookupError')) throw error
    return undefined
  }
}

function translated(objects: Objects, value: Value): readonly number[] {
  const { memory } = objects
  if (isString(memory, value)) return Array.from(codePointsOf(memory, value))
  if (!isInteger(memory, value)) {
    throw typeError('character mapping must return integer, None or str')
  }
  const point = toIndex(objects, value)
  if (point >= 0 && point <= LARGEST_POINT) return [point]
  throw valueError('character mapping must be in range(0x110000)')
}
