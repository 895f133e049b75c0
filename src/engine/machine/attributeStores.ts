/** What is wrong with an assignment to, or a deletion of, an attribute that a built-in value does not let be changed. */
import { BUILTINS } from './builtins'
import { OBJECT } from './layout'
import {
  fieldPosition,
  hasAttribute,
  isTypeName,
  kindOf,
  methodIndex,
  typeName,
  unsupported,
} from './objects'
import type { Processor } from './processor'
import { PythonError } from './pythonError'
import { systemMethodIndex } from './systemMethods'
import { isPointer, type Value } from './value'

/** Kinds whose values take any attribute in CPython and none here. */
const OPEN_KINDS: ReadonlySet<number> = new Set([
  OBJECT.function,
  OBJECT.exception,
  OBJECT.thread,
  OBJECT.primitive,
  OBJECT.database,
])

/** Of the attributes that are no methods: those a program may not change, by the type's short name. */
const FIXED: Readonly<Record<string, 'readonly' | 'named'>> = {
  range: 'readonly',
  slice: 'readonly',
  int: 'named',
  bool: 'named',
  float: 'named',
  deque: 'named',
}

/**
 * The error of `value.name = …` or of `del value.name`; `undefined` where the value simply has no such attribute.
 * @throws LimitError `unsupportedMethod` where CPython would carry it out
 */
export function storeError(
  p: Processor,
  value: Value,
  name: string,
  isDeletion: boolean,
): PythonError | undefined {
  const kind = isPointer(value) ? kindOf(p.memory, value) : 0
  const type = typeName(p.objects, value)
  const short = type.slice(type.lastIndexOf('.') + 1)
  if (kind === OBJECT.builtin) return errorOnBuiltin(p, value, name)
  if (fieldPosition(p.memory, value, name) !== undefined) {
    return attributeError(`can't ${isDeletion ? 'delete' : 'set'} attribute`)
  }
  const isMethod =
    (systemMethodIndex(p, value, name) ?? methodIndex(p.objects, value, name)) !== undefined
  // Nothing of the program is stored there, so that there is nothing to delete.
  if (OPEN_KINDS.has(kind) && isDeletion) return undefined
  if (OPEN_KINDS.has(kind)) throw unsupported(short, name)
  if (isMethod) return attributeError(`'${type}' object attribute '${name}' is read-only`)
  if (!hasAttribute(type, name)) return undefined
  switch (FIXED[short]) {
    case 'readonly':
      return attributeError('readonly attribute')
    case 'named': {
      const owner = short === 'bool' ? 'int' : type
      return attributeError(`attribute '${name}' of '${owner}' objects is not writable`)
    }
    default:
      throw unsupported(short, name)
  }
}

function errorOnBuiltin(p: Processor, value: Value, name: string): PythonError | undefined {
  const builtin = BUILTINS[p.word(p.objectOf(value, OBJECT.builtin) + 1)]?.name ?? ''
  if (!isTypeName(builtin)) return undefined
  const message = `cannot set '${name}' attribute of immutable type '${builtin}'`
  return new PythonError('TypeError', message)
}

function attributeError(message: string): PythonError {
  return new PythonError('AttributeError', message)
}
