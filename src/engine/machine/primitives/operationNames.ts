/** Names of operations as the detail of an event holds them: a byte. */
import { PRIMITIVES, type PrimitiveEntry } from '../../../base'

const NAMES: readonly string[] = [
  ...new Set(
    PRIMITIVES.flatMap(({ methods, callingMethods = [] }: PrimitiveEntry) => [
      ...methods,
      ...callingMethods,
    ]),
  ),
]

const NUMBERS = new Map(NAMES.map((name, number) => [name, number]))

export function operationNumber(name: string): number {
  return NUMBERS.get(name) ?? 0
}

export function operationName(number: number): string {
  return NAMES[number] ?? ''
}
