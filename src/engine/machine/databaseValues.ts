/** Python values as SQLite takes and gives them. */
import {
  buildDict,
  fromBigInt,
  fromFloat,
  fromText,
  kindOf,
  KIND,
  makeList,
  toDouble,
  textOf,
  toBigInt,
  typeName,
  type Objects,
} from './objects'
import { PythonError } from './pythonError'
import { NONE, type Value } from './value'

export type DatabaseValue = string | number | bigint | null

/** @throws PythonError TypeError for what SQLite cannot hold. */
export function toDatabaseValue(objects: Objects, value: Value): DatabaseValue {
  switch (kindOf(objects.memory, value)) {
    case KIND.none:
      return null
    case KIND.boolean:
    case KIND.smallInteger:
    case KIND.bigInteger:
      return toBigInt(objects.memory, value)
    case KIND.float:
      return toDouble(objects.memory, value)
    case KIND.string:
      return textOf(objects.memory, value)
    default:
      throw new PythonError('TypeError', `a database cannot hold a '${typeName(objects, value)}'`)
  }
}

/** Columns that hold whole numbers; SQLite gives every number as a JavaScript number. */
const INTEGER_COLUMNS: ReadonlySet<string> = new Set(['id'])

function fromColumn(objects: Objects, name: string, value: unknown): Value {
  if (typeof value === 'string') return fromText(objects, value)
  if (typeof value !== 'number') return NONE
  return INTEGER_COLUMNS.has(name) ? fromBigInt(objects, BigInt(value)) : fromFloat(objects, value)
}

/** Rows as the dicts that `get_cp` and `get_all_cps` return. */
export function toRowValue(objects: Objects, rows: readonly unknown[], isOne: boolean): Value {
  const dicts = rows.map((row) =>
    buildDict(
      objects,
      Object.entries(row as Record<string, unknown>).flatMap(([name, value]) => [
        fromText(objects, name),
        fromColumn(objects, name, value),
      ]),
    ),
  )
  return isOne ? (dicts[0] ?? NONE) : makeList(objects, dicts)
}
