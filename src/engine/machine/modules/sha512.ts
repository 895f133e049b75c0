/** SHA-512 (FIPS 180-4), which CPython's `random.seed` applies to strings. Its constants are computed as the standard defines them. */
import { integerRoot } from './fixedPoint'

const MASK = (1n << 64n) - 1n
const ROUNDS = 80
const BLOCK = 128

function primes(count: number): bigint[] {
  const found: bigint[] = []
  for (let n = 2n; found.length < count; n++) if (found.every((p) => n % p !== 0n)) found.push(n)
  return found
}

/** The largest root with root³ ≤ integer. */
function cubeRoot(integer: bigint): bigint {
  let low = 0n
  let high = 1n << 80n
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle ** 3n <= integer) low = middle
    else high = middle - 1n
  }
  return low
}

/** The first 64 bits of the fractions of roots of the first primes. */
const INITIAL = primes(8).map((p) => integerRoot(p << 128n) & MASK)
const CONSTANTS = primes(ROUNDS).map((p) => cubeRoot(p << 192n) & MASK)

function rotate(x: bigint, by: bigint): bigint {
  return ((x >> by) | (x << (64n - by))) & MASK
}

function padded(bytes: readonly number[]): number[] {
  const message = [...bytes, 0x80]
  while (message.length % BLOCK !== BLOCK - 16) message.push(0)
  const length = BigInt(bytes.length) * 8n
  for (let shift = 120n; shift >= 0n; shift -= 8n) message.push(Number((length >> shift) & 255n))
  return message
}

function scheduleOf(block: readonly number[]): bigint[] {
  const words: bigint[] = []
  for (let t = 0; t < 16; t++) {
    words.push(
      block.slice(8 * t, 8 * t + 8).reduce((word, byte) => (word << 8n) | BigInt(byte), 0n),
    )
  }
  const at = (t: number): bigint => words[t] ?? 0n
  for (let t = 16; t < ROUNDS; t++) {
    const x = at(t - 15)
    const y = at(t - 2)
    const small = rotate(x, 1n) ^ rotate(x, 8n) ^ (x >> 7n)
    const large = rotate(y, 19n) ^ rotate(y, 61n) ^ (y >> 6n)
    words.push((large + at(t - 7) + small + at(t - 16)) & MASK)
  }
  return words
}

type State = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint]

function compress(state: State, block: readonly number[]): State {
  let [a, b, c, d, e, f, g, h] = state
  scheduleOf(block).forEach((word, t) => {
    const choice = (e & f) ^ (~e & MASK & g)
    const sumE = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)
    const first = h + sumE + choice + (CONSTANTS[t] ?? 0n) + word
    const sumA = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)
    const second = sumA + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & MASK, c, b, a, (first + second) & MASK]
  })
  const next = [a, b, c, d, e, f, g, h]
  return state.map((word, i) => (word + (next[i] ?? 0n)) & MASK) as State
}

/** The digest of `bytes` as an integer of 512 bits. */
export function sha512(bytes: readonly number[]): bigint {
  let state = INITIAL as State
  const message = padded(bytes)
  for (let at = 0; at < message.length; at += BLOCK) {
    state = compress(state, message.slice(at, at + BLOCK))
  }
  return state.reduce((digest, word) => (digest << 64n) | word, 0n)
}
