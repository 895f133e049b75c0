/** `functools.partial`: a callable with arguments that it is always given. */
import { OBJECT } from '../layout'
import { PythonError } from '../pythonError'
import { fromAddress, type Value } from '../value'
import { dictEntries, dictMerge, dictSet, makeDict } from './dict'
import { fieldOf, KIND, kindOf, type Objects } from './object'
import type { Keywords } from './signature'
import { fromText, textOf } from './string'
import { makeTuple, tupleItems } from './tuple'

const FUNCTION = 1
const ARGS = 2
const KEYWORDS = 3

/** `partial(function, *args, **keywords)`; a partial of a partial is one. `function` is callable. */
export function makePartial(
  objects: Objects,
  [inner, ...args]: readonly [Value, ...Value[]],
  keywords: Keywords,
): Value {
  const { memory } = objects
  const isNested = kindOf(memory, inner) === KIND.partial
  const dict = makeDict(objects)
  if (isNested) dictMerge(objects, dict, fieldOf(memory, inner, KEYWORDS))
  for (const [name, value] of keywords) dictSet(objects, dict, fromText(objects, name), value)
  const first = isNested ? tupleItems(memory, fieldOf(memory, inner, ARGS)) : []
  const words = [
    isNested ? fieldOf(memory, inner, FUNCTION) : inner,
    makeTuple(objects, [...first, ...args]),
    dict,
  ]
  const address = memory.allocate(OBJECT.partial, 1 + words.length)
  words.forEach((word, i) => memory.write(address + 1 + i, word))
  return fromAddress(address)
}

/** What a partial calls, and with what. */
export interface PartialParts {
  readonly callable: Value
  /** A tuple. */
  readonly args: Value
  /** A dict. */
  readonly keywords: Value
}

export function partialParts({ memory }: Objects, partial: Value): PartialParts {
  return {
    callable: fieldOf(memory, partial, FUNCTION),
    args: fieldOf(memory, partial, ARGS),
    keywords: fieldOf(memory, partial, KEYWORDS),
  }
}

/** The arguments of a call of `partial`: its own, then those of the call. @throws PythonError TypeError */
export function argumentsOf(
  objects: Objects,
  partial: Value,
  args: readonly Value[],
  keywords: Keywords,
): { readonly args: readonly Value[]; readonly keywords: Keywords } {
  const { memory } = objects
  const own = partialParts(objects, partial)
  const named = dictEntries(memory, own.keywords).map(([key, value]) => {
    if (kindOf(memory, key) !== KIND.string) {
      throw new PythonError('TypeError', 'keywords must be strings')
    }
    return [textOf(memory, key), value] as const
  })
  return {
    args: [...tupleItems(memory, own.args), ...args],
    keywords: new Map([...named, ...keywords]),
  }
}
