import type { ClassCode, Program } from '../bytecode'

/** Where a class keeps what its symbols name; -1 for a symbol it does not have. Indexed by symbol. */
export interface ClassTable {
  readonly code: ClassCode
  /** Slot of an instance, to add to the address behind its class word. */
  readonly slots: Int32Array
  /**
   * Word of the class object holding a class attribute or method, as an offset from its header; also one, unset at
   * first, for every attribute that the program may give the class later (`Counter.total = 1`).
   */
  readonly members: Int32Array
  /** Function index of each method, -1 otherwise. */
  readonly methods: Int32Array
  /** Words of the class object. */
  readonly size: number
}

/** Offset of the first attribute in a class object and of the first slot in an instance. */
export const MEMBERS = 2

export function classTables(program: Program): ClassTable[] {
  const count = program.symbols.length
  return program.classes.map((code) => {
    const slots = new Int32Array(count).fill(-1)
    code.instanceSlots.forEach((symbol, slot) => (slots[symbol] = slot))
    const members = new Int32Array(count).fill(-1)
    const methods = new Int32Array(count).fill(-1)
    code.attributes.forEach((symbol, i) => (members[symbol] = MEMBERS + i))
    code.methods.forEach((method, i) => {
      members[method.symbol] = MEMBERS + code.attributes.length + i
      methods[method.symbol] = method.function
    })
    let size = MEMBERS + code.attributes.length + code.methods.length
    for (const symbol of code.instanceSlots) if (members[symbol] === -1) members[symbol] = size++
    return { code, slots, members, methods, size }
  })
}
