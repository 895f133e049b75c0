/** Functions of `math` on integers: exact, of any size. */
import { LimitError } from '../limits'
import { PythonError } from '../pythonError'
import { fromBigInt, requireBits, requireInteger, toBigInt, type Objects } from '../objects'
import { NONE, type Value } from '../value'
import { bitLength, integerRoot } from './fixedPoint'
import type { Arguments } from './module'

/** Products of more factors than this are not begun. */
const MOST_FACTORS = 100_000n

function integerOf(objects: Objects, value: Value): bigint {
  requireInteger(objects, value)
  return toBigInt(objects.memory, value)
}

function absolute(integer: bigint): bigint {
  return integer < 0n ? -integer : integer
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function gcd(objects: Objects, args: Arguments): Value {
  const integers = args.map((arg) => integerOf(objects, arg))
  return fromBigInt(objects, integers.reduce(greatestCommonDivisor, 0n))
}

export function lcm(objects: Objects, args: Arguments): Value {
  const integers = args.map((arg) => integerOf(objects, arg))
  const multiple = integers.reduce((a, b) => {
    if (a === 0n || b === 0n) return 0n
    return absolute((a / greatestCommonDivisor(a, b)) * b)
  }, 1n)
  requireBits(bitLength(multiple))
  return fromBigInt(objects, multiple)
}

export function isqrt(objects: Objects, [value = NONE]: Arguments): Value {
  const integer = integerOf(objects, value)
  if (integer < 0n) {
    throw new PythonError('ValueError', 'isqrt() argument must be nonnegative')
  }
  return fromBigInt(objects, integerRoot(integer))
}

/** The product first · (first + 1) · … of `count` factors, by halves. */
function product(first: bigint, count: bigint): bigint {
  if (count > MOST_FACTORS) throw new LimitError('heap', Number(MOST_FACTORS))
  if (count <= 0n) return 1n
  if (count === 1n) return first
  const half = count / 2n
  return product(first, half) * product(first + half, count - half)
}

export function factorial(objects: Objects, [value = NONE]: Arguments): Value {
  const integer = integerOf(objects, value)
  if (integer < 0n) {
    throw new PythonError('ValueError', 'factorial() not defined for negative values')
  }
  return fromBigInt(objects, product(1n, integer))
}

function requireNatural(name: string, integer: bigint): void {
  if (integer >= 0n) return
  throw new PythonError('ValueError', `${name} must be a non-negative integer`)
}

export function perm(objects: Objects, args: Arguments): Value {
  const [first = NONE, second = NONE] = args
  if (second === NONE) return factorial(objects, [first])
  const n = integerOf(objects, first)
  const k = integerOf(objects, second)
  requireNatural('n', n)
  requireNatural('k', k)
  return fromBigInt(objects, k > n ? 0n : product(n - k + 1n, k))
}

export function comb(objects: Objects, [first = NONE, second = NONE]: Arguments): Value {
  const n = integerOf(objects, first)
  const k = integerOf(objects, second)
  requireNatural('n', n)
  requireNatural('k', k)
  if (k > n) return fromBigInt(objects, 0n)
  const few = k < n - k ? k : n - k
  return fromBigInt(objects, product(n - few + 1n, few) / product(1n, few))
}
