import { FALSE, type Value } from '../value'
import { dictLength } from './dict'
import { dictOfView } from './dictView'
import { toDouble } from './float'
import { fieldOf, KIND, kindOf, type Objects } from './object'

/** Python's truth of a value: false are None, False, zero and what is empty. */
export function isTrue(objects: Objects, value: Value): boolean {
  const { memory } = objects
  switch (kindOf(memory, value)) {
    case KIND.none:
      return false
    case KIND.boolean:
      return value !== FALSE
    case KIND.smallInteger:
      return value >> 1 !== 0
    case KIND.float:
      return toDouble(memory, value) !== 0
    case KIND.string:
    case KIND.bytes:
    case KIND.tuple:
    case KIND.list:
    case KIND.deque:
    case KIND.dict:
    case KIND.set:
    case KIND.frozenSet:
      return fieldOf(memory, value, 1) !== 0
    case KIND.range:
      return fieldOf(memory, value, 4) !== 0
    case KIND.dictView:
      return dictLength(memory, dictOfView(memory, value)) !== 0
    default:
      return objects.own?.truth(value) ?? true
  }
}
