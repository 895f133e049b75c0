/** Names of binary operators' methods, without underscores and without `r` and `i` before them. */
const ARITHMETIC = [
  ...['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow'],
  ...['and', 'or', 'xor', 'lshift', 'rshift'],
]

/** The special methods that operators and built-ins call: a program with one of them needs their routines. */
export const OPERATOR_METHODS: readonly string[] = [
  ...['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'hash', 'bool', 'len', 'contains'],
  ...['getitem', 'setitem', 'delitem', 'iter', 'next', 'reversed', 'call', 'format'],
  ...['neg', 'pos', 'invert', 'abs'],
  ...ARITHMETIC.flatMap((name) => [name, `r${name}`, `i${name}`]),
].map((name) => `__${name}__`)

/** The special methods the machine calls by CPython's rules. */
export const SPECIAL_METHODS: readonly string[] = [
  ...['__init__', '__post_init__', '__str__', '__repr__', '__enter__', '__exit__'],
  ...OPERATOR_METHODS,
]

const READABLE: ReadonlySet<string> = new Set([
  '__name__',
  '__class__',
  '__cause__',
  ...SPECIAL_METHODS,
])

/** Whether a program may read the attribute `name` although it belongs to Python itself. */
export function isReadable(name: string): boolean {
  return READABLE.has(name)
}
