import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BINARY } from '../../bytecode'
import { LimitError } from '../limits'
import { isSmallInteger } from '../value'
import { outcome } from './expression.testing'
import { compose, decompose, fromFloat, toDouble } from './float'
import { fromBigInt, toBigInt } from './integer'
import { testObjects } from './objects.testing'
import { binary } from './operators'
import { power } from './power'

const SEED = { seed: 311 }

/** Integers around the bounds of small ones, of limbs and far beyond. */
const integers = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(BigInt),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.bigInt({ min: -(2n ** 400n), max: 2n ** 400n }),
)

const OPERATIONS = {
  '+': (a: bigint, b: bigint) => a + b,
  '-': (a: bigint, b: bigint) => a - b,
  '*': (a: bigint, b: bigint) => a * b,
  '&': (a: bigint, b: bigint) => a & b,
  '|': (a: bigint, b: bigint) => a | b,
  '^': (a: bigint, b: bigint) => a ^ b,
} as const

describe('integers', () => {
  it('come back from memory as they went in, small exactly when they fit', () => {
    const objects = testObjects()
    fc.assert(
      fc.property(integers, (integer) => {
        const value = fromBigInt(objects, integer)
        expect(toBigInt(objects.memory, value)).toBe(integer)
        expect(isSmallInteger(value)).toBe(integer >= -(2n ** 30n) && integer < 2n ** 30n)
      }),
      SEED,
    )
  })

  it('add, multiply and combine bits as BigInt does', () => {
    const objects = testObjects()
    const operators = fc.constantFrom(...(Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]))
    fc.assert(
      fc.property(integers, integers, operators, (a, b, operator) => {
        const result = binary(
          objects,
          BINARY.indexOf(operator),
          fromBigInt(objects, a),
          fromBigInt(objects, b),
        )
        expect(toBigInt(objects.memory, result)).toBe(OPERATIONS[operator](a, b))
      }),
      SEED,
    )
  })

  it('divide so that quotient and remainder give the dividend back, the remainder with the divisor', () => {
    const objects = testObjects()
    fc.assert(
      fc.property(
        integers,
        integers.filter((b) => b !== 0n),
        (a, b) => {
          const x = fromBigInt(objects, a)
          const y = fromBigInt(objects, b)
          const quotient = binary(objects, BINARY.indexOf('//'), x, y)
          const remainder = binary(objects, BINARY.indexOf('%'), x, y)
          const rest = toBigInt(objects.memory, remainder)
          expect(toBigInt(objects.memory, quotient) * b + rest).toBe(a)
          expect(b > 0n ? rest >= 0n && rest < b : rest <= 0n && rest > b).toBe(true)
        },
      ),
      SEED,
    )
  })

  it('end the run instead of growing without bound', () => {
    const objects = testObjects()
    const evaluate = (source: string) => () => {
      const found = outcome(objects, source)
      if (found.startsWith('defect: LimitError')) throw new LimitError('heap', 0)
    }
    for (const source of ['1 << 10 ** 12', '2 ** 10 ** 12', "'a' * 10 ** 12", '[0] * 10 ** 9']) {
      expect(evaluate(source), source).toThrow(LimitError)
    }
  })
})

describe('floats', () => {
  it('come back from memory bit for bit', () => {
    const objects = testObjects()
    fc.assert(
      fc.property(fc.double(), (number) => {
        expect(toDouble(objects.memory, fromFloat(objects, number))).toBe(number)
      }),
      SEED,
    )
  })

  it('are put together again from their mantissa and exponent', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(finite, (number) => {
        const { mantissa, exponent } = decompose(number)
        expect(Math.abs(compose(mantissa, exponent))).toBe(Math.abs(number))
      }),
      SEED,
    )
  })

  it('limitation: a power that lies exactly between two doubles may differ in the last digit', () => {
    // glibc, and so CPython, answers 13422659310152402: its error there is just beyond half a unit.
    expect(power(testObjects(), 41, 10)).toBe(13422659310152400)
  })

  it('limitation: a power whose result is complex ends the run', () => {
    expect(() => power(testObjects(), -8, 0.5)).toThrow(LimitError)
  })
})
