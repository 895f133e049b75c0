/** `collections.namedtuple`. */
import { isIdentifier, KEYWORDS } from '../../language'
import {
  isString,
  isTrue,
  itemsOf,
  makeNamedTupleType,
  repr,
  str,
  fromText,
  textOf,
  type Objects,
} from '../objects'
import { typeError, valueError } from '../pythonError'
import { NONE, type Value } from '../value'
import { pythonFunction } from './pythonFunction'

/** `namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)` */
export const NAMED_TUPLE = pythonFunction(
  'namedtuple',
  {
    name: 'namedtuple',
    parameters: ['typename', 'field_names'],
    required: 2,
    keywordOnly: ['rename', 'defaults', 'module'],
  },
  (objects, [typename = NONE, given = NONE, rename, defaults = NONE, module = NONE]) => {
    const isRenamed = rename !== undefined && isTrue(objects, rename)
    const fields = fieldsIn(objects, given).map((name, i, all) =>
      isRenamed && !isFree(name, all.slice(0, i)) ? `_${String(i)}` : name,
    )
    const name = str(objects, typename)
    requireNames(objects, name, fields, isRenamed)
    const values = defaults === NONE ? [] : itemsOf(objects, defaults)
    if (values.length > fields.length) throw typeError('Got more default values than field names')
    return makeNamedTupleType(objects, {
      name,
      fields,
      defaults: values,
      module: module === NONE ? '__main__' : str(objects, module),
      isStructure: false,
    })
  },
)

/** A text of names, or texts. */
function fieldsIn(objects: Objects, given: Value): string[] {
  if (!isString(objects.memory, given)) {
    return itemsOf(objects, given).map((name) => str(objects, name))
  }
  return textOf(objects.memory, given)
    .split(/[\s,]+/)
    .filter((name) => name !== '')
}

function isFree(name: string, before: readonly string[]): boolean {
  return isName(name) && !name.startsWith('_') && !before.includes(name)
}

function isName(name: string): boolean {
  return isIdentifier(name) && !KEYWORDS.has(name)
}

/** @throws PythonError ValueError */
function requireNames(
  objects: Objects,
  type: string,
  fields: readonly string[],
  isRenamed: boolean,
): void {
  const quoted = (name: string): string => repr(objects, fromText(objects, name))
  for (const name of [type, ...fields]) {
    const what = isIdentifier(name) ? 'cannot be a keyword' : 'must be valid identifiers'
    if (!isName(name)) throw valueError(`Type names and field names ${what}: ${quoted(name)}`)
  }
  for (const [i, name] of fields.entries()) {
    if (name.startsWith('_') && !isRenamed) {
      throw valueError(`Field names cannot start with an underscore: ${quoted(name)}`)
    }
    if (fields.indexOf(name) < i) {
      throw valueError(`Encountered duplicate field name: ${quoted(name)}`)
    }
  }
}
