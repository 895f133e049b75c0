/** Methods of the views of a dict: those of keys and items are sets. */
import { fromBoolean, NONE } from '../value'
import { viewContains } from './equality'
import { itemsOf } from './iterator'
import { methodsOf, type Method } from './method'

const isDisjoint: Method['call'] = (objects, view, [other = NONE]) =>
  fromBoolean(!itemsOf(objects, other).some((item) => viewContains(objects, view, item)))

export const VIEW_METHODS: readonly Method[] = [
  ...methodsOf('dict_keys', [['isdisjoint', 1, 1, isDisjoint]]),
  ...methodsOf('dict_items', [['isdisjoint', 1, 1, isDisjoint]]),
]
