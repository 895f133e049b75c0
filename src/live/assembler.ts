/**
 * WebAssembly in the notation of its text format's folded expressions, as functions: `i32.add(a.get, i32.const(4))` is
 * `(i32.add (local.get $a) (i32.const 4))`. Only what `operations.ts` needs: functions on 32-bit integers over one shared
 * memory. Names and codes are those of the WebAssembly specification, §5, and of its threads proposal.
 */

/** Instructions as bytes. A value is an expression that leaves one integer. */
export type Code = readonly number[]

const I32 = 0x7f
const EMPTY_BLOCK = 0x40
const END = 0x0b
const MAXIMUM_PAGES = 65_536
/** Of every access: words stand at multiples of 4 = 2 ** 2. */
const ALIGNMENT = 2

/** An access of an address, which is the value of `address` plus the constant `offset`, in bytes. */
function access(opcode: Code, operands: Code, offset: number): Code {
  return [...operands, ...opcode, ALIGNMENT, ...unsigned(offset)]
}

function binary(opcode: number): (a: Code, b: Code) => Code {
  return (a, b) => [...a, ...b, opcode]
}

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  and: binary(0x71),
  or: binary(0x72),
  shl: binary(0x74),
  shrU: binary(0x76),
  eq: binary(0x46),
  ne: binary(0x47),
  ltS: binary(0x48),
  load: (address: Code, offset = 0): Code => access([0x28], address, offset),
  store: (address: Code, value: Code, offset = 0): Code =>
    access([0x36], [...address, ...value], offset),
  /** Sequentially consistent, as JavaScript's `Atomics`. */
  atomic: {
    load: (address: Code, offset = 0): Code => access([0xfe, 0x10], address, offset),
    store: (address: Code, value: Code, offset = 0): Code =>
      access([0xfe, 0x17], [...address, ...value], offset),
    /** Adds; its value is the word before. */
    rmwAdd: (address: Code, value: Code, offset = 0): Code =>
      access([0xfe, 0x1e], [...address, ...value], offset),
    /** Subtracts; its value is the word before. */
    rmwSub: (address: Code, value: Code, offset = 0): Code =>
      access([0xfe, 0x25], [...address, ...value], offset),
  },
} as const

/** Computes `value` for what that does. */
export function drop(value: Code): Code {
  return [...value, 0x1a]
}

/** Executes `body` once, and again as long as `condition` then holds. */
export function doWhile(body: readonly Code[], condition: Code): Code {
  return [0x03, EMPTY_BLOCK, ...body.flat(), ...condition, 0x0d, 0, END]
}

/** The value of `then` or of `otherwise`. */
export function choose(condition: Code, then: Code, otherwise: Code): Code {
  return [...condition, 0x04, I32, ...then, 0x05, ...otherwise, END]
}

/** Ends the function with `value` if `condition` holds. */
export function returnIf(condition: Code, value: Code): Code {
  return [...condition, 0x04, EMPTY_BLOCK, ...value, 0x0f, END]
}

export interface Local {
  readonly get: Code
  set(value: Code): Code
}

/** A function with as many parameters and the last locals beside them. */
export interface FunctionCode {
  readonly parameters: number
  readonly results: number
  readonly locals: number
  readonly body: Code
}

/**
 * A function. `body` gets its parameters and locals by name; the last of its instructions leaves the result, of which
 * there are 0 or 1.
 */
export function define<P extends string, L extends string = never>(
  signature: {
    readonly parameters: readonly P[]
    readonly locals?: readonly L[]
    readonly results: 0 | 1
  },
  body: (variables: Readonly<Record<P | L, Local>>) => readonly Code[],
): FunctionCode {
  const { parameters, locals = [], results } = signature
  const variables = Object.fromEntries(
    [...parameters, ...locals].map((name, index) => [name, local(index)]),
  ) as Record<P | L, Local>
  const code = body(variables).flat()
  return { parameters: parameters.length, results, locals: locals.length, body: code }
}

function local(index: number): Local {
  return {
    get: [0x20, ...unsigned(index)],
    set: (value) => [...value, 0x21, ...unsigned(index)],
  }
}

/** The module that exports `functions` by their names and imports a shared memory of any size as `run.memory`. */
export function assemble(
  functions: Readonly<Record<string, FunctionCode>>,
): Uint8Array<ArrayBuffer> {
  const all = Object.values(functions)
  const types = all.map(({ parameters, results }) => [
    0x60,
    ...vector(Array<Code>(parameters).fill([I32])),
    ...vector(Array<Code>(results).fill([I32])),
  ])
  const memory = [...text('run'), ...text('memory'), 0x02, 0x03, 0, ...unsigned(MAXIMUM_PAGES)]
  const exported = Object.keys(functions).map((name, i) => [...text(name), 0x00, ...unsigned(i)])
  const bodies = all.map(({ locals, body }) =>
    sized([...vector(locals === 0 ? [] : [[...unsigned(locals), I32]]), ...body, END]),
  )
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, ...sized(vector(types))],
    ...[0x02, ...sized(vector([memory]))],
    ...[0x03, ...sized(vector(all.map((_, i) => unsigned(i))))],
    ...[0x07, ...sized(vector(exported))],
    ...[0x0a, ...sized(vector(bodies))],
  ])
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()]
}

function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes]
}

function text(name: string): Code {
  return sized([...new TextEncoder().encode(name)])
}

/** LEB128: seven bits a byte, the lowest first; the high bit says that more follow. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

/** The same of a 32-bit integer with a sign, which is the sixth bit of the last byte. */
function signed(value: number): Code {
  return value >= -0x40 && value < 0x40
    ? [value & 0x7f]
    : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
