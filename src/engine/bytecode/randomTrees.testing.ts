import { createPrng } from '../../base'
import type { ExceptHandler, Expression, Module, Statement } from '../language'
import { assign, call, define, literal, moduleOf, name, nameTarget, NOWHERE, returns, run } from './trees.testing'

/** What may stand where a statement is made. */
interface Place {
  readonly depth: number
  readonly isInLoop: boolean
  readonly isHandling: boolean
}

/**
 * A module with one function `f` of random control flow: `if`, loops, `try`, `with`, `return`, `raise`, `break`,
 * `continue`. It calls the builtins `log(n)`, `c()` (a condition) and `ctx(n)` (a context), whose meaning is the
 * caller's. Same seed, same tree.
 */
export function randomControlFlow(seed: number): Module {
  const prng = createPrng(seed)
  let serial = 0n
  const number = (): Expression => literal((serial += 1n))
  const condition = (): Expression => call(name('c', 'builtin'))
  const chance = (percent: number): boolean => prng.below(100) < percent

  const body = (place: Place): Statement[] => {
    const count = 1 + prng.below(3)
    return Array.from({ length: count }, () => statement({ ...place, depth: place.depth - 1 }))
  }
  const optional = (percent: number, place: Place): Statement[] => (chance(percent) ? body(place) : [])

  const handlers = (place: Place): ExceptHandler[] => {
    const count = 1 + prng.below(2)
    return Array.from({ length: count }, (_, index) => {
      const isBare = index === count - 1 && chance(40)
      return {
        ...NOWHERE,
        type: isBare ? undefined : exceptionClass(),
        target: !isBare && chance(50) ? nameTarget('e', 'local') : undefined,
        body: body({ ...place, isHandling: true }),
      }
    })
  }
  const exceptionClass = (): Expression => name(chance(50) ? 'ValueError' : 'KeyError', 'builtin')

  const tryStatement = (place: Place): Statement => {
    const hasFinally = chance(60)
    const caught = !hasFinally || chance(50) ? handlers(place) : []
    return {
      ...NOWHERE,
      kind: 'try',
      body: body(place),
      handlers: caught,
      orElse: caught.length > 0 ? optional(30, place) : [],
      finallyBody: hasFinally ? body(place) : [],
    }
  }

  const simple = (place: Place): Statement => {
    const choice = prng.below(8)
    if (choice === 0) return returns(chance(50) ? number() : call(name('log', 'builtin'), number()))
    if (choice === 1 && place.isInLoop) {
      return { ...NOWHERE, kind: chance(50) ? 'break' : 'continue' }
    }
    if (choice === 2) {
      const isBare = place.isHandling && chance(50)
      return { ...NOWHERE, kind: 'raise', value: isBare ? undefined : exceptionClass() }
    }
    if (choice === 3) return assign(nameTarget('x', 'local'), number())
    if (choice === 4) return { ...NOWHERE, kind: 'pass' }
    return run(call(name('log', 'builtin'), number()))
  }

  const loop = (place: Place): Statement => {
    const inside = { ...place, isInLoop: true }
    const parts = { body: body(inside), orElse: optional(30, place) }
    if (chance(40)) return { ...NOWHERE, kind: 'while', condition: condition(), ...parts }
    const iterable: Expression = { ...NOWHERE, kind: 'tuple', items: [number(), number()] }
    return { ...NOWHERE, kind: 'for', target: nameTarget('x', 'local'), iterable, ...parts }
  }

  const statement = (place: Place): Statement => {
    if (place.depth <= 0) return simple(place)
    switch (prng.below(8)) {
      case 0:
      case 1:
        return { ...NOWHERE, kind: 'if', condition: condition(), body: body(place), orElse: optional(50, place) }
      case 2:
        return loop(place)
      case 3:
      case 4:
        return tryStatement(place)
      case 5: {
        const context = call(name('ctx', 'builtin'), number())
        const target = chance(50) ? nameTarget('x', 'local') : undefined
        return { ...NOWHERE, kind: 'with', items: [{ ...NOWHERE, context, target }], body: body(place) }
      }
      default:
        return simple(place)
    }
  }

  const top = { depth: 5, isInLoop: false, isHandling: false }
  const statements = [...body(top), ...body(top)]
  return moduleOf(['f'], define('f', ['x', 'e'], statements))
}
