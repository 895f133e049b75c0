/**
 * Hashes. Those of numbers and tuples are CPython's 64-bit ones (numbers modulo 2^61 - 1, tuples by xxHash), because
 * they decide the iteration order of sets; strings, None and objects hash by content or address, since CPython's are
 * random or addresses, too. Storages keep the low 32 bits; the high ones are computed where a table needs them.
 */
import type { Memory } from '../memory'
import { PythonError } from '../pythonError'
import { addressOf, type Value } from '../value'
import { decompose, toDouble } from './float'
import { immediateInteger, toBigInt } from './integer'
import { fieldOf, KIND, kindOf, MAXIMUM_NESTING, type Objects } from './object'
import { rangeBounds, rangeLength } from './range'
import { setEntries } from './setTable'
import { stringHash } from './string'
import { tupleItems } from './tuple'
import { typeName } from './typeName'

const MODULUS_BITS = 61n
const MODULUS = (1n << MODULUS_BITS) - 1n
const INFINITY_HASH = 314159n
const NONE_HASH = 0x1f2e3d4

const XXPRIME_1 = 11400714785074694791n
const XXPRIME_2 = 14029467366897019727n
const XXPRIME_5 = 2870177450012600261n

/** CPython's `hash(value)`, a signed 64-bit integer. @throws PythonError TypeError for unhashable values. */
export function hashOf(objects: Objects, value: Value, depth = 0): bigint {
  const own = objects.own?.hash(value)
  if (own !== undefined) return own
  const quick = quickHash(objects.memory, value)
  return quick === undefined ? slowHash(objects, value, depth) : BigInt(quick)
}

/** The low 32 bits of the hash, as storages keep them. @throws PythonError TypeError for unhashable values. */
export function hashLow(objects: Objects, value: Value): number {
  const own = objects.own?.hash(value)
  if (own !== undefined) return Number(BigInt.asIntN(32, own))
  return quickHash(objects.memory, value) ?? Number(BigInt.asIntN(32, slowHash(objects, value, 0)))
}

/** The high 32 bits of the hash. */
export function hashHigh(objects: Objects, value: Value): number {
  const own = objects.own?.hash(value)
  if (own !== undefined) return Number(BigInt.asIntN(32, own >> 32n))
  const quick = quickHash(objects.memory, value)
  if (quick !== undefined) return quick < 0 ? -1 : 0
  return Number(BigInt.asIntN(32, slowHash(objects, value, 0) >> 32n))
}

/** Hashes within 32 bits that need no computation. */
function quickHash(memory: Memory, value: Value): number | undefined {
  const integer = immediateInteger(value)
  if (integer !== undefined) return integer === -1 ? -2 : integer
  switch (kindOf(memory, value)) {
    case KIND.string:
    case KIND.bytes:
      return stringHash(memory, value)
    case KIND.none:
      return NONE_HASH
    case KIND.float:
    case KIND.bigInteger:
    case KIND.tuple:
    case KIND.range:
    case KIND.list:
    case KIND.deque:
    case KIND.dict:
    case KIND.set:
    case KIND.frozenSet:
    case KIND.dictView:
    case KIND.slice:
      return undefined
    case KIND.boundMethod:
      return fieldOf(memory, value, 1) ^ (fieldOf(memory, value, 2) >>> 1)
    default:
      return addressOf(value)
  }
}

function slowHash(objects: Objects, value: Value, depth: number): bigint {
  const { memory } = objects
  switch (kindOf(memory, value)) {
    case KIND.float:
      return hashDouble(value, toDouble(memory, value))
    case KIND.bigInteger:
      return hashInteger(toBigInt(memory, value))
    case KIND.tuple:
      if (depth > MAXIMUM_NESTING) {
        throw new PythonError('RecursionError', 'maximum recursion depth exceeded')
      }
      return combine(tupleItems(memory, value).map((item) => hashOf(objects, item, depth + 1)))
    case KIND.range:
      return hashRange(objects, value)
    case KIND.frozenSet:
      return hashMembers(memberHashes(objects, value, depth + 1))
    default:
      throw new PythonError('TypeError', `unhashable type: '${typeName(objects, value)}'`)
  }
}

/** Those that the table keeps, where it keeps them whole. */
function memberHashes(objects: Objects, set: Value, depth: number): bigint[] {
  return setEntries(objects.memory, set).map(([member, { low, high }]) =>
    high === undefined
      ? hashOf(objects, member, depth)
      : BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low >>> 0)),
  )
}

/** -1 is CPython's error mark, so no value hashes to it. */
function withoutMinusOne(hash: bigint): bigint {
  return hash === -1n ? -2n : hash
}

function hashInteger(integer: bigint): bigint {
  const magnitude = (integer < 0n ? -integer : integer) % MODULUS
  return withoutMinusOne(integer < 0n ? -magnitude : magnitude)
}

/** Equal to the integer's hash for integral doubles; not-a-number hashes by identity. */
function hashDouble(value: Value, number: number): bigint {
  if (Number.isNaN(number)) return BigInt(addressOf(value))
  if (!Number.isFinite(number)) return number > 0 ? INFINITY_HASH : -INFINITY_HASH
  const { mantissa, exponent } = decompose(number)
  // 2^61 is 1 modulo 2^61 - 1, so only the exponent modulo 61 counts.
  const shift = ((BigInt(exponent) % MODULUS_BITS) + MODULUS_BITS) % MODULUS_BITS
  return hashInteger((mantissa < 0n ? -1n : 1n) * (hashMagnitude(mantissa) << shift))
}

function hashMagnitude(integer: bigint): bigint {
  return (integer < 0n ? -integer : integer) % MODULUS
}

/** xxHash of the items' hashes, as Objects/tupleobject.c of CPython 3.8 and later. */
function combine(lanes: readonly bigint[]): bigint {
  let sum = XXPRIME_5
  for (const lane of lanes) {
    sum = BigInt.asUintN(64, sum + BigInt.asUintN(64, lane) * XXPRIME_2)
    sum = BigInt.asUintN(64, (sum << 31n) | (sum >> 33n))
    sum = BigInt.asUintN(64, sum * XXPRIME_1)
  }
  sum = BigInt.asUintN(64, sum + (BigInt(lanes.length) ^ XXPRIME_5 ^ 3527539n))
  return sum === 0xffffffffffffffffn ? 1546275796n : BigInt.asIntN(64, sum)
}

/** The hash of `(length, start or None, step or None)`. */
function hashRange(objects: Objects, range: Value): bigint {
  const { memory } = objects
  const { start, step } = rangeBounds(memory, range)
  const length = BigInt(rangeLength(memory, range))
  const none = BigInt(NONE_HASH)
  return combine([
    hashInteger(length),
    length === 0n ? none : hashOf(objects, start),
    length <= 1n ? none : hashOf(objects, step),
  ])
}

/** As frozenset_hash in Objects/setobject.c: no order of the members shows. */
function hashMembers(members: readonly bigint[]): bigint {
  const scattered = members.map((hash) => {
    const bits = BigInt.asUintN(64, hash)
    return BigInt.asUintN(64, (bits ^ 89869747n ^ (bits << 16n)) * 3644798167n)
  })
  const size = BigInt.asUintN(64, (BigInt(members.length) + 1n) * 1927868237n)
  let sum = scattered.reduce((all, bits) => all ^ bits, size)
  sum ^= (sum >> 11n) ^ (sum >> 25n)
  sum = BigInt.asUintN(64, sum * 69069n + 907133923n)
  return sum === 0xffffffffffffffffn ? 590923713n : BigInt.asIntN(64, sum)
}
