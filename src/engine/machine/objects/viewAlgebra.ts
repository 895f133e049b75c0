/**
 * Set operators with a view of a dict's keys or items on one side (Objects/dictobject.c: dictviews_sub and the like). Their
 * result is a plain set; which operand is gone through decides the order of its members.
 */
import type { Value } from '../value'
import { viewContains } from './equality'
import { lengthOf } from './items'
import { itemsOf } from './iterator'
import { KIND, kindOf, type Objects } from './object'
import { makeSet, setAdd } from './set'
import { asSet, intersection, setFrom, subtractFrom, toggle, updateSet } from './setOperations'

export type SetOperator = '&' | '|' | '-' | '^'

/** `a operator b`; at least one of them is such a view. @throws PythonError TypeError for what is not iterable */
export function viewAlgebra(objects: Objects, operator: SetOperator, a: Value, b: Value): Value {
  if (operator === '&') return common(objects, a, b)
  const result = isView(objects, a) ? asSet(objects, a) : setFrom(objects, a)
  if (operator === '|') updateSet(objects, result, b)
  else if (operator === '-') subtractFrom(objects, result, b)
  else toggle(objects, result, b)
  return result
}

function isView({ memory }: Objects, value: Value): boolean {
  return kindOf(memory, value) === KIND.dictView
}

/** What the smaller of two views has of the larger, or a set of a view that is not larger. */
function common(objects: Objects, a: Value, b: Value): Value {
  const [view, other] = isView(objects, a) ? [a, b] : [b, a]
  const isSet = kindOf(objects.memory, other) === KIND.set
  if (isSet && lengthOf(objects, view) <= lengthOf(objects, other)) {
    return intersection(objects, other, view)
  }
  const isSwapped = isView(objects, other) && lengthOf(objects, other) > lengthOf(objects, view)
  const [tested, scanned] = isSwapped ? [other, view] : [view, other]
  const result = makeSet(objects)
  for (const item of itemsOf(objects, scanned)) {
    if (viewContains(objects, tested, item)) setAdd(objects, result, item)
  }
  return result
}
