import type { BaseCode, ClassCode, Program } from '../bytecode'
import { CLASS, EXCEPTION, INSTANCE, THREAD_OBJECT } from './layout'

/** Where a class keeps what its symbols name; -1 for a symbol it does not have. Indexed by symbol. */
export interface ClassTable {
  readonly code: ClassCode
  /** Words of an object of the class: the word of each symbol, as an offset from the header. */
  readonly slots: Int32Array
  /**
   * Word of the class object holding a class attribute or method, as an offset from its header; also one, unset at
   * first, for every attribute that the program may give the class later (`Counter.total = 1`). What the class inherits
   * stands in the class objects of its bases.
   */
  readonly members: Int32Array
  /** Function index of each method, -1 otherwise. */
  readonly methods: Int32Array
  /** Words of the class object. */
  readonly size: number
  /** What an object of the class is to the machine, by the built-in class at the end of its bases. */
  readonly root: Root
  /** Words of an object of the class. */
  readonly objectSize: number
  /** What its objects do not let be stored; `undefined` where neither it nor a base is a frozen dataclass. */
  readonly frozen: Frozen | undefined
}

export interface Frozen {
  readonly symbols: readonly number[]
  /** Functions that may store them all the same. */
  readonly initialisers: readonly number[]
  /** The class itself is one: its objects take no other attributes either. */
  readonly isWhole: boolean
}

export type Root = 'instance' | 'exception' | 'thread'

const FIRST_SLOT: Readonly<Record<Root, number>> = {
  instance: INSTANCE.slots,
  exception: EXCEPTION.slots,
  thread: THREAD_OBJECT.slots,
}

/** The tables of a program's classes, by class index. */
export function classTables(program: Program): readonly ClassTable[] {
  const count = program.symbols.length
  return program.classes.map((code) => {
    const root = rootOf(program, code.base)
    const first = FIRST_SLOT[root]
    const slots = new Int32Array(count).fill(-1)
    code.instanceSlots.forEach((symbol, slot) => {
      // Where a property stands, nothing is stored on the object itself.
      if (!isProperty(program, code, symbol)) slots[symbol] = first + slot
    })
    const objectSize = first + code.instanceSlots.length
    const frozen = frozenOf(program, code)
    return { code, slots, root, objectSize, frozen, ...memberWords(code, count) }
  })
}

function frozenOf(program: Program, code: ClassCode): Frozen | undefined {
  const above = code.base?.kind === 'class' ? program.classes[code.base.index] : undefined
  const inherited = above && frozenOf(program, above)
  if (code.frozen === undefined) return inherited && { ...inherited, isWhole: false }
  const { symbols, initialiser } = code.frozen
  return {
    symbols: [...symbols, ...(inherited?.symbols ?? [])],
    initialisers: [initialiser ?? -1, ...(inherited?.initialisers ?? [])],
    isWhole: true,
  }
}

/** Whether what the class has or inherits for `symbol` is a property. */
function isProperty(program: Program, code: ClassCode, symbol: number): boolean {
  const own = code.members.filter((member) => member.symbol === symbol)
  if (own.length > 0) return own.some(({ binding }) => binding === 'getter')
  if (code.base?.kind !== 'class') return false
  const above = program.classes[code.base.index]
  return above !== undefined && isProperty(program, above, symbol)
}

function rootOf(program: Program, base: BaseCode | undefined): Root {
  if (base === undefined) return 'instance'
  if (base.kind === 'class') return rootOf(program, program.classes[base.index]?.base)
  return base.name === 'Thread' ? 'thread' : 'exception'
}

function memberWords(
  code: ClassCode,
  count: number,
): Pick<ClassTable, 'members' | 'methods' | 'size'> {
  const members = new Int32Array(count).fill(-1)
  const methods = new Int32Array(count).fill(-1)
  let size: number = CLASS.members
  for (const member of code.members) {
    if (members[member.symbol] === -1) members[member.symbol] = size++
    methods[member.symbol] = member.binding === undefined ? (member.function ?? -1) : -1
  }
  for (const { symbol } of code.defaults) members[symbol] = size++
  for (const symbol of code.instanceSlots) if (members[symbol] === -1) members[symbol] = size++
  return { members, methods, size }
}
