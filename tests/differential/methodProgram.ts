/**
 * Random calls of every method of the built-in types, on random receivers with random arguments: most fit, some are of
 * another type or too many, so that errors are compared too. Nothing is made that differs from run to run of CPython: no
 * addresses, no order of a set of strings or bytes.
 */
import { createPrng, type Prng } from '../../src/base'

/** Expressions by type. Sets hold numbers, whose order is that of CPython. */
const VALUES = {
  str: [
    "''",
    "'a'",
    "'Hola mundo'",
    "'a,b,,c'",
    "'  x\\ty '",
    "'ñandú ÁÉ'",
    "'aXbXc'",
    "'42'",
    "'-7'",
    "'l1\\nl2\\r\\nl3'",
    "'😀é'",
    "'ab cd EF'",
    "'x'",
    "'abcabc'",
    "'ǆ ß ŉ'",
  ],
  bytes: [
    "b''",
    "b'a'",
    "b'Hola mundo'",
    "b'a,b,,c'",
    "b'  x\\ty '",
    "b'\\xc3\\xb1a'",
    "b'aXbXc'",
    "b'42'",
    "b'-7'",
    "b'l1\\nl2\\r\\nl3'",
    "b'\\x00\\xff'",
    "b'ab cd EF'",
    "b'x'",
    "b'abcabc'",
  ],
  list: ['[]', '[1]', '[3, 1, 2]', "['b', 'a', 'b']", '[1, 1.0, True]', '[[1], [2]]', '[None]'],
  tuple: ['()', '(1,)', '(3, 1, 1)', "('a', 'b')", '(1, (2, 3))', "(b'a', b'X')", "('x', 'a')"],
  dict: ['{}', '{1: 2}', "{'a': 1, 'b': [2]}", '{(1, 2): None, 3: 4}', '{97: 98, 98: None}'],
  set: ['set()', '{1}', '{3, 1, 2}', '{1, 2, 40, 8}', '{(1, 2), 5}', '{2.5, 7}'],
  frozenset: ['frozenset()', 'frozenset([1])', 'frozenset([3, 1, 2])', 'frozenset([40, 8, 1])'],
  int: ['0', '1', '-1', '7', '255', '-300', '2**70', '10**20', 'True', '2', '3', '-2'],
  float: ['0.0', '-0.0', '1.5', '-2.25', '1e300', '5e-324', "float('inf')", "float('nan')", '3.0'],
  range: ['range(0)', 'range(5)', 'range(1, 10, 3)', 'range(5, -5, -2)'],
  deque: ['deque()', 'deque([1])', 'deque([3, 1, 2], 3)', 'deque([1, 2, 1])'],
  defaultdict: ['defaultdict(int)', 'defaultdict(list, {1: [2]})', "defaultdict(None, {'a': 1})"],
  /** What a set may take without an order that changes from run to run. */
  numbers: ['[]', '[1]', '(3, 1, 2)', '[1, 1.0, True]', 'range(4)', '{2: 3, 9: 1}'],
  none: ['None'],
  bool: ['True', 'False'],
} as const

type Type = keyof typeof VALUES

/** Types of the arguments of a method, `?` behind those that may be left out. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  str: [
    ...['upper lower title capitalize swapcase casefold'.split(' ')].flat(),
    ...'isdigit isdecimal isnumeric isalpha isalnum isspace isupper islower istitle isascii'.split(
      ' ',
    ),
    ...['isprintable', 'isidentifier', 'strip str?', 'lstrip str?', 'rstrip str?'],
    ...['split str? int?', 'rsplit str? int?', 'splitlines bool?', 'join list', 'join tuple'],
    ...['replace str str int?', 'startswith str int? int?', 'endswith tuple int?', 'find str int?'],
    ...['rfind str int? int?', 'index str', 'rindex str', 'count str int? int?', 'partition str'],
    ...['rpartition str', 'removeprefix str', 'removesuffix str', 'center int str?'],
    ...['ljust int str?', 'rjust int str?', 'zfill int', 'expandtabs int?', 'encode'],
    ...['translate dict', 'maketrans str str str?', 'maketrans dict', 'format int str'],
  ],
  bytes: [
    ...'upper lower title capitalize swapcase isdigit isalpha isalnum isspace'.split(' '),
    ...'isupper islower istitle isascii'.split(' '),
    ...[
      'strip bytes?',
      'lstrip bytes?',
      'rstrip bytes?',
      'split bytes? int?',
      'rsplit bytes? int?',
    ],
    ...['splitlines bool?', 'join tuple', 'join list', 'replace bytes bytes int?'],
    ...[
      'startswith bytes int? int?',
      'endswith tuple',
      'find bytes int?',
      'find int',
      'rfind bytes',
    ],
    ...['index bytes', 'rindex int', 'count bytes', 'count int', 'partition bytes'],
    ...['rpartition bytes', 'removeprefix bytes', 'removesuffix bytes', 'center int bytes?'],
    ...['ljust int bytes?', 'rjust int', 'zfill int', 'expandtabs int?', 'decode', 'hex str? int?'],
    ...['translate none bytes?', 'maketrans bytes bytes', 'fromhex str'],
  ],
  list: [
    ...['append int', 'extend list', 'extend str', 'insert int int', 'pop int?', 'remove int'],
    ...['clear', 'reverse', 'sort', 'copy', 'index int int? int?', 'count int'],
  ],
  tuple: ['index int int? int?', 'count int', 'count tuple'],
  dict: [
    ...['get int int?', 'pop int int?', 'popitem', 'setdefault int int?', 'update dict'],
    ...['clear', 'copy', 'keys', 'values', 'items', 'fromkeys list int?', 'update list'],
  ],
  set: [
    ...[
      'add int',
      'discard int',
      'remove int',
      'pop',
      'clear',
      'copy',
      'update numbers',
      'union set',
    ],
    ...['intersection set', 'intersection numbers', 'difference set', 'difference numbers'],
    ...['symmetric_difference set', 'symmetric_difference numbers', 'intersection_update set'],
    ...['difference_update set', 'symmetric_difference_update set', 'issubset set'],
    ...['issuperset numbers', 'isdisjoint set', 'update frozenset', 'discard frozenset'],
  ],
  frozenset: [
    ...['copy', 'union set', 'intersection numbers', 'difference set', 'symmetric_difference set'],
    ...['issubset set', 'issuperset frozenset', 'isdisjoint numbers'],
  ],
  int: ['bit_length', 'bit_count', 'conjugate', 'as_integer_ratio', 'to_bytes int', 'to_bytes'],
  float: ['is_integer', 'as_integer_ratio', 'conjugate'],
  range: ['count int', 'index int', 'index float', 'count float'],
  deque: [
    ...['append int', 'appendleft int', 'pop', 'popleft', 'extend list', 'extendleft str'],
    ...['insert int int', 'remove int', 'rotate int?', 'reverse', 'clear', 'copy', 'index int'],
    ...['count int', 'extend deque'],
  ],
  defaultdict: ['get int', 'pop int int?', 'setdefault int list', 'copy', 'update dict', 'popitem'],
}

const TYPES = Object.keys(METHODS) as Type[]
const ANY = Object.keys(VALUES) as Type[]

/** Operators that most types have with themselves or with an integer. */
const OPERATORS = ['+', '*', '==', '!=', '<', '<=', '|', '&', '-', '^', 'in', 'not in', '%', '//']

const CALLS_PER_PROGRAM = 60

/** Python source of the program of `seed`. */
export function methodProgram(seed: number): string {
  const writer = new Writer(createPrng(seed))
  const lines = Array.from({ length: CALLS_PER_PROGRAM }, () => writer.statement())
  return `${HEAD}${lines.join('\n')}\n`
}

/** Shows what a call answers and what became of its receiver. */
const HEAD = `from collections import defaultdict, deque

def show(make, action):
    value = make()
    try:
        print(repr(action(value)), end=" ")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        print(type(error).__name__, error, end=" ")
    print(value)

`

class Writer {
  constructor(private readonly prng: Prng) {}

  statement(): string {
    const type = this.pick(TYPES)
    const action = this.below(5) === 0 ? this.operation(type) : this.call(type)
    return `show(lambda: ${this.value(type)}, lambda v: ${action})`
  }

  private below(bound: number): number {
    return this.prng.below(bound)
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  private value(type: Type): string {
    return this.pick<string>(VALUES[type])
  }

  /** Sets get no strings, whose order in them changes from run to run. */
  private argument(type: Type, isOfSet: boolean): string {
    const others: readonly Type[] = isOfSet ? ['int', 'numbers', 'range'] : ANY
    return this.value(this.below(15) === 0 ? this.pick(others) : type)
  }

  private call(type: Type): string {
    const [name = '', ...types] = this.pick(METHODS[type] ?? []).split(' ')
    const args: string[] = []
    for (const wanted of types) {
      if (wanted.endsWith('?') && this.below(2) === 0) break
      args.push(
        this.argument(wanted.replace('?', '') as Type, type === 'set' || type === 'frozenset'),
      )
    }
    if (this.below(30) === 0) args.push(this.value('int'))
    return `v.${name}(${args.join(', ')})`
  }

  private operation(type: Type): string {
    const drawn = this.pick(OPERATORS)
    // Formatting of bytes is refused.
    const operator = drawn === '%' ? '-' : drawn
    const other = this.value(this.below(3) === 0 ? this.pick(ANY) : type)
    // Powers of two and of ten would repeat a sequence beyond all memory.
    const operand = operator === '*' && /\*\*/.test(other) ? '3' : other
    switch (this.below(6)) {
      case 0:
        return `v[${this.pick(['0', '-1', '1:', '::-1', ':2', '::2', '5', "'a'", '1.5'])}]`
      case 1:
        return this.pick(['len(v)', 'bool(v)', 'list(v)', 'sorted(v)', 'repr(v)', 'str(v)', '[*v]'])
      case 2:
        return `${operand} ${operator} v`
      default:
        return `v ${operator} ${operand}`
    }
  }
}
