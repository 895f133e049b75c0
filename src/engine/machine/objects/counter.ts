/**
 * `collections.Counter`: a dict with two words more, by which it is known. What CPython does in C happens at once here, too;
 * what its library writes in Python is a routine (bytecode/routines/collections.ts), step by step.
 */
import { OBJECT } from '../layout'
import type { Memory } from '../memory'
import { addressOf, fromAddress, type Value } from '../value'
import { KIND, kindOf, sizeAt, type Objects } from './object'

const COUNTER_WORDS = 5

export function makeCounter(objects: Objects): Value {
  return fromAddress(objects.memory.allocate(OBJECT.dict, COUNTER_WORDS))
}

export function isCounter(memory: Memory, value: Value): boolean {
  return kindOf(memory, value) === KIND.dict && sizeAt(memory, addressOf(value)) === COUNTER_WORDS
}
