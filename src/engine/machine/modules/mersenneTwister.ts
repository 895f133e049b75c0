/**
 * MT19937 of Matsumoto and Nishimura (1998), as CPython's `random` uses it. The state is one object in the machine's
 * memory, so that going back takes numbers back, too; it is made at the first use, from the run's seed.
 *
 * Fields: 1 index of the next word (N: all used), 2… the N words of the state.
 */
import { MACHINE, OBJECT } from '../layout'
import type { Memory } from '../memory'
import type { Objects } from '../objects'
import { fromAddress, UNBOUND } from '../value'

const N = 624
const M = 397
const INDEX = 1
const STATE = 2
const UPPER = 0x80000000
const LOWER = 0x7fffffff
const MATRIX = 0x9908b0df

/** Seeds the generator with the magnitude of an integer of any size. */
export function seedGenerator(objects: Objects, seed: bigint): void {
  const { memory } = objects
  const address = generator(memory) ?? makeGenerator(memory)
  const state = initialised(keyOf(seed < 0n ? -seed : seed))
  state.forEach((word, i) => memory.write(address + STATE + i, word | 0))
  memory.write(address + INDEX, N)
}

/** The next 32 random bits, not negative. */
export function nextWord(objects: Objects): number {
  const { memory } = objects
  if (generator(memory) === undefined) {
    seedGenerator(objects, BigInt(memory.word(MACHINE.seed) >>> 0))
  }
  const address = generator(memory) ?? makeGenerator(memory)
  let index = memory.word(address + INDEX)
  if (index >= N) {
    renew(memory, address + STATE)
    index = 0
  }
  memory.write(address + INDEX, index + 1)
  return temper(memory.word(address + STATE + index))
}

function generator(memory: Memory): number | undefined {
  const value = memory.word(MACHINE.generator)
  return value === UNBOUND ? undefined : value >>> 1
}

function makeGenerator(memory: Memory): number {
  const address = memory.allocate(OBJECT.randomState, STATE + N)
  memory.write(MACHINE.generator, fromAddress(address))
  return address
}

/** The integer in 32-bit words, least significant first; at least one. */
function keyOf(integer: bigint): number[] {
  const key: number[] = []
  for (let rest = integer; rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn))
  return key.length === 0 ? [0] : key
}

/** `init_genrand`. */
function started(seed: number): Uint32Array {
  const state = new Uint32Array(N)
  state[0] = seed
  for (let i = 1; i < N; i++) {
    const last = state[i - 1] as number
    state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i
  }
  return state
}

/** `init_by_array`. */
function initialised(key: readonly number[]): Uint32Array {
  const state = started(19650218)
  let i = 1
  let j = 0
  const mixed = (factor: number): number => {
    const last = state[i - 1] as number
    return (state[i] as number) ^ Math.imul(last ^ (last >>> 30), factor)
  }
  const advance = (): void => {
    i++
    if (i < N) return
    state[0] = state[N - 1] as number
    i = 1
  }
  for (let k = Math.max(N, key.length); k > 0; k--) {
    state[i] = mixed(1664525) + (key[j] as number) + j
    j = (j + 1) % key.length
    advance()
  }
  for (let k = N - 1; k > 0; k--) {
    state[i] = mixed(1566083941) - i
    advance()
  }
  state[0] = UPPER
  return state
}

/** The next N words of the state. */
function renew(memory: Memory, at: number): void {
  const word = (i: number): number => memory.word(at + (i % N))
  for (let i = 0; i < N; i++) {
    const y = (word(i) & UPPER) | (word(i + 1) & LOWER)
    const next = word(i + M) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : MATRIX)
    memory.write(at + i, next | 0)
  }
}

function temper(word: number): number {
  let y = word
  y ^= y >>> 11
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  y ^= y >>> 18
  return y >>> 0
}
