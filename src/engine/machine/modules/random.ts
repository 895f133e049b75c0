/**
 * The module `random`: CPython's own algorithms on CPython's own generator, so that a seeded program gets the same
 * numbers. Without a seed, numbers come from the seed of the run. All threads use the one generator.
 */
import {
  asDouble,
  add,
  binary,
  fromBigInt,
  fromFloat,
  fromNumber,
  hashOf,
  isFloat,
  isInteger,
  isLess,
  isNumber,
  isString,
  itemsOf,
  KIND,
  kindOf,
  lengthOf,
  loadItem,
  makeList,
  requireInteger,
  storeItem,
  textOf,
  toBigInt,
  toInteger,
  toIndex,
  typeName,
  codePointsOf,
  encodeText,
  isBytes,
  type Objects,
  type PythonSignature,
} from '../objects'
import { BINARY } from '../../bytecode'
import { MACHINE } from '../layout'
import { PythonError, typeError, valueError } from '../pythonError'
import { NONE, UNBOUND, type Value } from '../value'
import { bitLength } from './fixedPoint'
import { nextWord, seedGenerator } from './mersenneTwister'
import type { ModuleTable } from './module'
import { pythonFunction } from './pythonFunction'
import { log } from './realFunctions'
import { sha512 } from './sha512'

const SUBTRACT = BINARY.indexOf('-')
const MULTIPLY = BINARY.indexOf('*')
const DIVIDE = BINARY.indexOf('/')

/** A double of [0, 1) with 53 random bits. */
function unit(objects: Objects): number {
  const high = nextWord(objects) >>> 5
  const low = nextWord(objects) >>> 6
  return (high * 67108864 + low) / 9007199254740992
}

function bits(objects: Objects, count: number): bigint {
  let result = 0n
  let shift = 0n
  for (let left = count; left > 0; left -= 32) {
    const word = nextWord(objects)
    result |= BigInt(left < 32 ? word >>> (32 - left) : word) << shift
    shift += 32n
  }
  return result
}

/** An integer of 0 … limit - 1; `limit` is positive. */
function below(objects: Objects, limit: bigint): bigint {
  const count = bitLength(limit)
  let result = bits(objects, count)
  while (result >= limit) result = bits(objects, count)
  return result
}

function position(objects: Objects, length: number): number {
  return Number(below(objects, BigInt(length)))
}

function seed(objects: Objects, [value = NONE, version]: readonly (Value | undefined)[]): Value {
  const { memory } = objects
  if (version !== undefined && version !== 5) {
    throw typeError('Cerrojo has version 2 of seeding only')
  }
  if (value === NONE) seedGenerator(objects, BigInt(memory.word(MACHINE.seed) >>> 0))
  else if (isString(memory, value) || isBytes(memory, value)) {
    const bytes = isBytes(memory, value)
      ? Array.from(codePointsOf(memory, value))
      : encodeText(textOf(memory, value))
    const text = bytes.reduce((integer, byte) => (integer << 8n) | BigInt(byte), 0n)
    seedGenerator(objects, (text << 512n) | sha512(bytes))
  } else if (isInteger(memory, value)) seedGenerator(objects, toBigInt(memory, value))
  else if (isFloat(memory, value)) seedGenerator(objects, hashOf(objects, value))
  else {
    throw typeError(
      'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',
    )
  }
  return NONE
}

/** An argument of `randrange`: an integer, or a float that is one. */
function whole(objects: Objects, value: Value, name: string): bigint {
  const { memory } = objects
  if (isInteger(memory, value)) return toBigInt(memory, value)
  const integer = toBigInt(memory, toInteger(objects, [value]))
  if (isFloat(memory, value) && asDouble(memory, value) === Number(integer)) return integer
  throw valueError(`non-integer ${name} for randrange()`)
}

function randomRange(objects: Objects, first: Value, end: Value, by: Value | undefined): Value {
  const start = whole(objects, first, 'arg 1')
  if (end === NONE) {
    if (by !== undefined) throw typeError('Missing a non-None stop argument')
    if (start > 0n) return fromBigInt(objects, below(objects, start))
    throw valueError('empty range for randrange()')
  }
  const stop = whole(objects, end, 'stop')
  const width = stop - start
  const step = by === undefined ? 1n : whole(objects, by, 'step')
  if (step === 1n) {
    if (width > 0n) return fromBigInt(objects, start + below(objects, width))
    throw valueError(`empty range for randrange() (${start}, ${stop}, ${width})`)
  }
  if (step === 0n) throw valueError('zero step for randrange()')
  const count = step > 0n ? (width + step - 1n) / step : (width + step + 1n) / step
  // Division rounds to zero where Python's rounds down: either way there is nothing to choose.
  if (count <= 0n) throw valueError('empty range for randrange()')
  return fromBigInt(objects, start + step * below(objects, count))
}

function choice(objects: Objects, sequence: Value): Value {
  const length = lengthOf(objects, sequence)
  if (length === 0) throw new PythonError('IndexError', 'Cannot choose from an empty sequence')
  return loadItem(objects, sequence, fromNumber(objects, position(objects, length)))
}

function shuffle(objects: Objects, list: Value): Value {
  for (let i = lengthOf(objects, list) - 1; i > 0; i--) {
    const j = position(objects, i + 1)
    const [first, second] = [fromNumber(objects, i), fromNumber(objects, j)]
    const own = loadItem(objects, list, first)
    const other = loadItem(objects, list, second)
    storeItem(objects, list, first, other)
    storeItem(objects, list, second, own)
  }
  return NONE
}

const SEQUENCES: ReadonlySet<number> = new Set([KIND.list, KIND.tuple, KIND.string, KIND.range])

/** Positions of `count` items among `length`, as CPython selects them. */
function samplePositions(objects: Objects, length: number, count: number): number[] {
  if (count < 0 || count > length) {
    throw valueError('Sample larger than population or is negative')
  }
  const power = count > 5 ? Math.ceil(log(count * 3) / log(4)) : 0
  const setSize = count > 5 ? 21 + 4 ** power : 21
  if (length <= setSize) {
    const pool = Array.from({ length }, (_, i) => i)
    return Array.from({ length: count }, (_, i) => {
      const j = position(objects, length - i)
      const selected = pool[j] as number
      pool[j] = pool[length - i - 1] as number
      return selected
    })
  }
  const selected = new Set<number>()
  while (selected.size < count) {
    let j = position(objects, length)
    while (selected.has(j)) j = position(objects, length)
    selected.add(j)
  }
  return [...selected]
}

/** @throws PythonError what CPython's comparison with the length, or its list of that length, raises. */
function requireSize(objects: Objects, size: Value, length: number): void {
  if (!isFloat(objects.memory, size)) return requireInteger(objects, size)
  const number = asDouble(objects.memory, size)
  if (number >= 0 && number <= length) {
    throw typeError("can't multiply sequence by non-int of type 'float'")
  }
  throw valueError('Sample larger than population or is negative')
}

function sample(objects: Objects, population: Value, size: Value): Value {
  if (!SEQUENCES.has(kindOf(objects.memory, population))) {
    throw typeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
  }
  const length = lengthOf(objects, population)
  requireSize(objects, size, length)
  const positions = samplePositions(objects, length, toIndex(objects, size))
  return makeList(
    objects,
    positions.map((at) => loadItem(objects, population, fromNumber(objects, at))),
  )
}

/** `itertools.accumulate` of weights. */
function accumulated(objects: Objects, weights: Value): Value[] {
  const sums: Value[] = []
  for (const weight of itemsOf(objects, weights)) {
    const last = sums.at(-1)
    sums.push(last === undefined ? weight : add(objects, last, weight))
  }
  return sums
}

/** Index of the first of the ordered `sums` that exceeds `value`, `highest` at most. */
function bisect(objects: Objects, sums: readonly Value[], value: Value, highest: number): number {
  let low = 0
  let high = highest
  while (low < high) {
    const middle = (low + high) >> 1
    if (isLess(objects, value, sums[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

function weightsOf(
  objects: Objects,
  weights: Value,
  cumulative: Value,
  length: number,
): readonly Value[] | undefined {
  if (weights === NONE && cumulative === NONE) return undefined
  if (weights !== NONE && cumulative !== NONE) {
    throw typeError('Cannot specify both weights and cumulative weights')
  }
  if (isInteger(objects.memory, weights)) {
    const k = toBigInt(objects.memory, weights)
    throw typeError(`The number of choices must be a keyword argument: k=${k}`)
  }
  const sums = weights === NONE ? itemsOf(objects, cumulative) : accumulated(objects, weights)
  if (sums.length !== length) {
    throw valueError('The number of weights does not match the population')
  }
  return sums
}

function choices(objects: Objects, args: readonly (Value | undefined)[]): Value {
  const [population = NONE, weights = NONE, cumulative = NONE, size] = args
  const length = lengthOf(objects, population)
  const sums = weightsOf(objects, weights, cumulative, length)
  const count = size === undefined ? 1 : toIndex(objects, size)
  const total = sums === undefined ? length : asDouble(objects.memory, sums.at(-1) ?? NONE)
  if (sums !== undefined && !(total > 0)) {
    throw valueError('Total of weights must be greater than zero')
  }
  if (!Number.isFinite(total)) throw valueError('Total of weights must be finite')
  const items = Array.from({ length: Math.max(0, count) }, () => {
    const number = unit(objects) * total
    const at =
      sums === undefined
        ? Math.floor(number)
        : bisect(objects, sums, fromFloat(objects, number), length - 1)
    return loadItem(objects, population, fromNumber(objects, at))
  })
  return makeList(objects, items)
}

/** `a + (b - a) * random()`. */
function uniform(objects: Objects, a: Value, b: Value): Value {
  const width = binary(objects, SUBTRACT, b, a)
  return add(objects, a, binary(objects, MULTIPLY, width, fromFloat(objects, unit(objects))))
}

function exponential(objects: Objects, rate: Value): Value {
  if (!isNumber(objects.memory, rate)) {
    throw typeError(`unsupported operand type(s) for /: 'float' and '${typeName(objects, rate)}'`)
  }
  const number = fromFloat(objects, -log(1 - unit(objects)))
  return binary(objects, DIVIDE, number, rate)
}

function getBits(objects: Objects, value: Value): Value {
  requireInteger(objects, value)
  const count = toIndex(objects, value)
  if (count < 0) throw valueError('number of bits must be non-negative')
  return fromBigInt(objects, bits(objects, count))
}

function method(
  name: string,
  parameters: readonly string[],
  required = parameters.length,
  keywordOnly: readonly string[] = [],
): PythonSignature {
  return { name: `Random.${name}`, parameters, required, isMethod: true, keywordOnly }
}

export const RANDOM: ModuleTable = {
  name: 'random',
  owner: 'Random',
  isShared: true,
  functions: [
    ['random', 0, 0, (o) => fromFloat(o, unit(o))],
    ['getrandbits', 1, 1, (o, [count = NONE]) => getBits(o, count)],
    pythonFunction('seed', method('seed', ['a', 'version'], 0), seed),
    pythonFunction('randrange', method('randrange', ['start', 'stop', 'step'], 1), (o, args) =>
      randomRange(o, args[0] ?? UNBOUND, args[1] ?? NONE, args[2]),
    ),
    pythonFunction('randint', method('randint', ['a', 'b']), (o, [a = NONE, b = NONE]) =>
      randomRange(o, a, add(o, b, fromNumber(o, 1)), undefined),
    ),
    pythonFunction('choice', method('choice', ['seq']), (o, [items = NONE]) => choice(o, items)),
    pythonFunction('shuffle', method('shuffle', ['x']), (o, [list = NONE]) => shuffle(o, list)),
    pythonFunction('sample', method('sample', ['population', 'k']), (o, args) =>
      sample(o, args[0] ?? NONE, args[1] ?? NONE),
    ),
    pythonFunction(
      'choices',
      method('choices', ['population', 'weights'], 1, ['cum_weights', 'k']),
      choices,
    ),
    pythonFunction('uniform', method('uniform', ['a', 'b']), (o, [a = NONE, b = NONE]) =>
      uniform(o, a, b),
    ),
    pythonFunction('expovariate', method('expovariate', ['lambd']), (o, [rate = NONE]) =>
      exponential(o, rate),
    ),
  ],
  constants: {},
}
