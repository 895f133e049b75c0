import { createPrng, type Prng } from '../../base'
import type { ExceptHandler, Expression, Module, Statement } from '../language'
import {
  assign,
  call,
  define,
  literal,
  moduleOf,
  name,
  nameTarget,
  NOWHERE,
  returns,
  run,
} from './trees.testing'

/** What may stand where a statement is made. */
interface Place {
  readonly depth: number
  readonly isInLoop: boolean
  readonly isHandling: boolean
}

/**
 * A module with one function `f` of random control flow: `if`, loops, `try`, `with`, `return`, `raise`, `break`,
 * `continue`. It calls the builtins `log(n)`, `c()` (a condition) and `ctx(n)` (a context), whose meaning is the
 * caller's. Same seed and depth of nesting, same tree.
 */
export function randomControlFlow(seed: number, depth = 5): Module {
  const random = new RandomStatements(seed)
  const top = { depth, isInLoop: false, isHandling: false }
  const statements = [...random.body(top), ...random.body(top)]
  return moduleOf(['f'], define('f', ['x', 'e'], statements))
}

class RandomStatements {
  private readonly prng: Prng
  private serial = 0n

  constructor(seed: number) {
    this.prng = createPrng(seed)
  }

  body(place: Place): Statement[] {
    const inside = { ...place, depth: place.depth - 1 }
    return Array.from({ length: 1 + this.prng.below(3) }, () => this.statement(inside))
  }

  private statement(place: Place): Statement {
    if (place.depth <= 0) return this.simple(place)
    switch (this.prng.below(8)) {
      case 0:
      case 1:
        return this.if(place)
      case 2:
        return this.loop(place)
      case 3:
      case 4:
        return this.try(place)
      case 5:
        return this.with(place)
      default:
        return this.simple(place)
    }
  }

  private simple(place: Place): Statement {
    const choice = this.prng.below(8)
    if (choice === 0) return returns(this.chance(50) ? this.number() : this.log())
    if (choice === 1 && place.isInLoop) {
      return { ...NOWHERE, kind: this.chance(50) ? 'break' : 'continue' }
    }
    if (choice === 2) {
      const isBare = place.isHandling && this.chance(50)
      return {
        ...NOWHERE,
        kind: 'raise',
        value: isBare ? undefined : this.exceptionClass(),
        cause: undefined,
      }
    }
    if (choice === 3) return assign(nameTarget('x', 'local'), this.number())
    return choice === 4 ? { ...NOWHERE, kind: 'pass' } : run(this.log())
  }

  private if(place: Place): Statement {
    const parts = { body: this.body(place), orElse: this.optional(50, place) }
    return { ...NOWHERE, kind: 'if', condition: call(name('c', 'builtin')), ...parts }
  }

  private loop(place: Place): Statement {
    const parts = {
      body: this.body({ ...place, isInLoop: true }),
      orElse: this.optional(30, place),
    }
    if (this.chance(40)) {
      return { ...NOWHERE, kind: 'while', condition: call(name('c', 'builtin')), ...parts }
    }
    const iterable: Expression = {
      ...NOWHERE,
      kind: 'tuple',
      items: [this.number(), this.number()],
    }
    return { ...NOWHERE, kind: 'for', target: nameTarget('x', 'local'), iterable, ...parts }
  }

  private try(place: Place): Statement {
    const hasFinally = this.chance(60)
    const handlers = !hasFinally || this.chance(50) ? this.handlers(place) : []
    return {
      ...NOWHERE,
      kind: 'try',
      body: this.body(place),
      handlers,
      orElse: handlers.length > 0 ? this.optional(30, place) : [],
      finallyBody: hasFinally ? this.body(place) : [],
    }
  }

  private handlers(place: Place): ExceptHandler[] {
    const count = 1 + this.prng.below(2)
    return Array.from({ length: count }, (_, index) => {
      const isBare = index === count - 1 && this.chance(40)
      return {
        ...NOWHERE,
        type: isBare ? undefined : this.exceptionClass(),
        target: !isBare && this.chance(50) ? nameTarget('e', 'local') : undefined,
        body: this.body({ ...place, isHandling: true }),
      }
    })
  }

  private with(place: Place): Statement {
    const context = call(name('ctx', 'builtin'), this.number())
    const target = this.chance(50) ? nameTarget('x', 'local') : undefined
    const items = [{ ...NOWHERE, context, target }]
    return { ...NOWHERE, kind: 'with', items, body: this.body(place) }
  }

  private optional(percent: number, place: Place): Statement[] {
    return this.chance(percent) ? this.body(place) : []
  }

  private exceptionClass(): Expression {
    return name(this.chance(50) ? 'ValueError' : 'KeyError', 'builtin')
  }

  private log(): Expression {
    return call(name('log', 'builtin'), this.number())
  }

  /** Another one each time, so that a log tells which statement wrote it. */
  private number(): Expression {
    this.serial += 1n
    return literal(this.serial)
  }

  private chance(percent: number): boolean {
    return this.prng.below(100) < percent
  }
}
