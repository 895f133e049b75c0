/**
 * Random expressions of the language, by type. Most are well typed, so that programs get far; now and then an operand is
 * of another type, so that errors are compared too. Nothing that differs from run to run of CPython is made: no
 * addresses, no order of a set of strings.
 */
import type { Prng } from '../../src/base'

export type Type = 'int' | 'float' | 'bool' | 'str' | 'list' | 'tuple' | 'dict' | 'set' | 'none'

export const TYPES: readonly Type[] = [
  'int',
  'float',
  'bool',
  'str',
  'list',
  'tuple',
  'dict',
  'set',
  'none',
]

/** What expressions may mention: names bound before, of a type that is only probable. */
export interface Names {
  readonly variables: readonly (readonly [name: string, type: Type])[]
  /** Functions of two parameters, the second with a default called `b`. */
  readonly functions: readonly string[]
}

const INTEGERS = [
  '0',
  '1',
  '2',
  '3',
  '7',
  '-1',
  '-5',
  '10',
  '255',
  '1000003',
  '2147483647',
  '-2**31',
  '1073741823',
]
const LARGE = [
  '1073741824',
  '2**62',
  '-2**63',
  '10**18',
  '123456789012345678901234567890',
  '-(10**25)',
]
const FLOATS = [
  '0.0',
  '-0.0',
  '1.0',
  '0.5',
  '-2.5',
  '3.14159',
  '1e16',
  '1e-7',
  '1e300',
  '123456.789',
  '2.675',
  '0.1',
]
const STRINGS = [
  "''",
  "'a'",
  "'abc'",
  "'Hola mundo'",
  '"it\'s"',
  "'ñandú'",
  "'a,b,,c'",
  "'  x '",
  "'42'",
  "'-1.5'",
  "'a\\nb\\t'",
  "'😀é'",
  "'{}'",
  "'ABC def'",
  "'1e5'",
]
const SPECIFICATIONS = [
  'd',
  '5',
  '<6',
  '>8',
  '^9',
  '05',
  '+',
  ',',
  '.2f',
  'x',
  '#x',
  'b',
  '08.3f',
  'e',
  '.3e',
  'g',
  '.4g',
  '%',
  '*^10',
  ' d',
  '_',
  's',
  '.2',
  '+.1f',
  'o',
  '>+7',
  '10,.2f',
  'X',
]

export class Expressions {
  constructor(
    protected readonly prng: Prng,
    protected names: Names,
  ) {}

  below(bound: number): number {
    return this.prng.below(bound)
  }

  pick<T>(items: readonly T[]): T {
    return items[this.prng.below(items.length)] as T
  }

  type(): Type {
    return this.pick(TYPES)
  }

  /** An expression that is probably of `type`. */
  of(type: Type, depth: number): string {
    if (this.below(40) === 0) return this.of(this.type(), depth - 1)
    const known = this.names.variables.filter(([, t]) => t === type)
    if (known.length > 0 && this.below(3) === 0) return this.pick(known)[0]
    if (depth <= 0) return this.literal(type)
    if (this.below(12) === 0) return this.general(type, depth - 1)
    return this.operation(type, depth - 1)
  }

  literal(type: Type): string {
    switch (type) {
      case 'int':
        return this.below(6) === 0 ? this.pick(LARGE) : this.pick(INTEGERS)
      case 'float':
        return this.pick(FLOATS)
      case 'bool':
        return this.pick(['True', 'False'])
      case 'str':
        return this.pick(STRINGS)
      case 'list':
        return this.pick([
          '[]',
          '[1, 2, 3]',
          '[3, 1, 2, 1]',
          "['b', 'a']",
          '[0.5, 1]',
          '[[1], [2, 3]]',
          "[None, 'x', 1.5]",
        ])
      case 'tuple':
        return this.pick(['()', '(1,)', '(1, 2)', "('a', 1)", '((1, 2), 3)', '(1.0, True)'])
      case 'dict':
        return this.pick([
          '{}',
          "{'a': 1}",
          "{'b': 2, 'a': [1]}",
          '{1: 2, 3: 4}',
          "{(1, 2): 'p', None: 0}",
          '{1.0: 5, True: 6}',
        ])
      case 'set':
        return this.pick([
          'set()',
          '{1, 2, 3}',
          '{5, 1, 9}',
          '{100, 8, 0, 16}',
          '{True, 2.0, 3}',
          '{-1, -2, 7}',
        ])
      case 'none':
        return 'None'
    }
  }

  /** Forms that take any type. */
  private general(type: Type, depth: number): string {
    const one = (): string => this.of(type, depth)
    switch (this.below(6)) {
      case 0:
        return `(${one()} if ${this.of('bool', depth)} else ${one()})`
      case 1:
        return `(${one()} or ${one()})`
      case 2:
        return `(${one()} and ${one()})`
      case 3:
        return `[${one()}, ${one()}][${this.pick(['0', '1', '-1', '2'])}]`
      case 4:
        return `{${this.of('str', 0)}: ${one()}}.get(${this.of('str', 0)})`
      default:
        return this.names.functions.length === 0 ? one() : this.call(depth)
    }
  }

  call(depth: number): string {
    const name = this.pick(this.names.functions)
    const value = (): string => this.of(this.pick(['int', 'int', 'str', 'list', 'float']), depth)
    switch (this.below(7)) {
      case 0:
        return `${name}(${value()}, b=${value()})`
      case 1:
        return `${name}(b=${value()}, a=${value()})`
      case 2:
        return `${name}(${value()}, ${value()})`
      case 3:
        return this.pick([`${name}()`, `${name}(1, 2, 3)`, `${name}(1, a=2)`, `${name}(1, c=2)`])
      default:
        return `${name}(${value()})`
    }
  }

  private operation(type: Type, depth: number): string {
    switch (type) {
      case 'int':
        return this.integer(depth)
      case 'float':
        return this.float(depth)
      case 'bool':
        return this.boolean(depth)
      case 'str':
        return this.string(depth)
      case 'list':
        return this.list(depth)
      case 'tuple':
        return this.tuple(depth)
      case 'dict':
        return this.dict(depth)
      case 'set':
        return this.set(depth)
      case 'none':
        return 'None'
    }
  }

  private any(depth: number): string {
    return this.of(this.type(), depth)
  }

  /** A container of any kind. */
  private container(depth: number): string {
    return this.of(this.pick(['list', 'tuple', 'dict', 'set', 'str']), depth)
  }

  private number(depth: number): string {
    return this.of(this.pick(['int', 'int', 'float', 'bool']), depth)
  }

  private integer(depth: number): string {
    const i = (): string => this.of('int', depth)
    const s = (): string => this.of('str', depth)
    switch (this.below(18)) {
      case 0:
      case 1:
      case 2:
        return `(${i()} ${this.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} ${i()})`
      case 3:
        return `(${i()} ${this.pick(['<<', '>>'])} ${this.pick(['0', '1', '5', '31', '64', '-1'])})`
      case 4:
        return `(${i()} ** ${this.pick(['0', '1', '2', '3', '5', '10'])})`
      case 5:
        return `(${this.pick(['-', '~', '+', 'abs', 'int'])}(${this.number(depth)}))`
      case 6:
        return `len(${this.container(depth)})`
      case 7:
        return `sum(${this.of(this.pick(['list', 'tuple', 'set']), depth)})`
      case 8:
        return `int(${this.of(this.pick(['str', 'float', 'int']), depth)})`
      case 9:
        return `round(${this.number(depth)})`
      case 10:
        return `${s()}.${this.pick(['find', 'rfind', 'index', 'rindex', 'count'])}(${s()})`
      case 11:
        return `${this.of(this.pick(['list', 'tuple']), depth)}.${this.pick(['count', 'index'])}(${i()})`
      case 12:
        return `divmod(${i()}, ${i()})[${this.pick(['0', '1'])}]`
      case 13:
        return `pow(${i()}, ${this.pick(['0', '2', '3', '-1'])}, ${this.pick(['7', '1000', '-13', '1', '0'])})`
      case 14:
        return `${this.pick(['min', 'max'])}(${i()}, ${i()})`
      case 15:
        return `${this.pick(['min', 'max'])}(${this.of(this.pick(['list', 'tuple', 'set']), depth)})`
      case 16:
        return `hash(${this.literal(this.pick(['int', 'float', 'bool']))})`
      default:
        return `int(${s()}, ${this.pick(['2', '8', '10', '16', '36', '0', '1'])})`
    }
  }

  private float(depth: number): string {
    const n = (): string => this.number(depth)
    switch (this.below(7)) {
      case 0:
      case 1:
        return `(${n()} ${this.pick(['/', '+', '-', '*', '//', '%'])} ${this.of('float', depth)})`
      case 2:
        return `float(${this.of(this.pick(['int', 'str', 'float', 'bool']), depth)})`
      case 3:
        return `round(${this.of('float', depth)}, ${this.pick(['0', '1', '2', '3', '-1', 'None'])})`
      case 4:
        return `(${n()} ** ${this.pick(['0.5', '-1', '2.0', '0', '-2'])})`
      case 5:
        return `(${n()} / ${n()})`
      default:
        return `abs(${this.of('float', depth)})`
    }
  }

  private boolean(depth: number): string {
    const compare = (): string => this.pick(['<', '<=', '>', '>=', '==', '!='])
    switch (this.below(12)) {
      case 0:
      case 1:
        return `(${this.number(depth)} ${compare()} ${this.number(depth)})`
      case 2: {
        const type = this.type()
        return `(${this.of(type, depth)} ${compare()} ${this.of(type, depth)})`
      }
      case 3:
        return `(${this.any(depth)} ${this.pick(['==', '!='])} ${this.any(depth)})`
      case 4:
        return `(${this.any(depth)} ${this.pick(['in', 'not in'])} ${this.container(depth)})`
      case 5:
        return `(not ${this.any(depth)})`
      case 6:
        return `bool(${this.any(depth)})`
      case 7:
        return `isinstance(${this.any(depth)}, ${this.pick(['int', 'str', 'float', 'bool', 'list', '(int, str)', 'dict', 'tuple', 'set'])})`
      case 8:
        return `${this.of('str', depth)}.${this.pick(['isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum', 'isdecimal', 'isidentifier', 'istitle', 'isnumeric'])}()`
      case 9:
        return `${this.of('str', depth)}.${this.pick(['startswith', 'endswith'])}(${this.of('str', depth)})`
      case 10:
        return `(${this.number(depth)} ${compare()} ${this.number(depth)} ${compare()} ${this.number(depth)})`
      default:
        return `${this.of('set', depth)}.${this.pick(['issubset', 'issuperset', 'isdisjoint'])}(${this.of(this.pick(['set', 'list']), depth)})`
    }
  }

  /** A text without characters that an f-string forbids inside a field. */
  private field(depth: number): string {
    const text = this.any(depth)
    return /['"\\{}]/.test(text) ? 'n' : text
  }

  private string(depth: number): string {
    const s = (): string => this.of('str', depth)
    const i = (): string => this.of('int', depth)
    switch (this.below(22)) {
      case 0:
        return `(${s()} + ${s()})`
      case 1:
        return `(${s()} * ${this.pick(['0', '1', '2', '3', '-1'])})`
      case 2:
        return `str(${this.plain(depth)})`
      case 3:
        return `repr(${this.plain(depth)})`
      case 4:
        return `${s()}.${this.pick(['upper', 'lower', 'strip', 'lstrip', 'rstrip', 'title', 'capitalize', 'swapcase', 'casefold'])}()`
      case 5:
        return `${s()}.replace(${s()}, ${s()}${this.pick(['', ', 1', ', 0'])})`
      case 6:
        return `${s()}.${this.pick(['center', 'ljust', 'rjust', 'zfill'])}(${this.pick(['0', '5', '10', '-1'])})`
      case 7:
        return `${s()}.join(${this.pick(["['x', 'y']", "('p',)", '[]', s(), this.of('list', depth)])})`
      case 8:
        return `${s()}[${this.index()}]`
      case 9:
      case 10:
        return `${s()}[${this.slice()}]`
      case 11:
      case 12:
        return `f"{${this.field(depth)}:${this.pick(SPECIFICATIONS)}} {${this.field(0)}!r}"`
      case 13:
        return `(${this.pick(["'%d'", "'%5.2f'", "'%s'", "'%r'", "'%-5s|'", "'%x'", "'%+d'", "'%e'", "'%g'", "'%05d'", "'%%'", "'%c'", "'%s %s'"])} % ${this.pick([i(), this.of('float', depth), s(), this.of('tuple', depth)])})`
      case 14:
        return `${this.pick(["'{}'", "'{0} {1}'", "'{:>5}'", "'{:.3f}'", "'{a}'", "'{!r}'", "'{} {}'", "'{0[0]}'", "'{{}}{}'"])}.format(${this.plain(depth)}${this.pick(['', ', 1', ', a=2'])})`
      case 15:
        return `${s()}.${this.pick(['partition', 'rpartition'])}(${s()})[${this.pick(['0', '1', '2'])}]`
      case 16:
        return `str(type(${this.any(depth)}))`
      case 17:
        return `${this.pick(['min', 'max'])}(${s()}, ${s()})`
      case 18:
        return `''.join(sorted(${s()}))`
      case 19:
        return `${s()}.${this.pick(['removeprefix', 'removesuffix', 'strip', 'lstrip', 'rstrip'])}(${s()})`
      case 20:
        return `f'{${this.of('int', 0)}}{${this.of('float', 0)}:.${this.pick(['0', '1', '3'])}f}'`
      default:
        return `${s()}.expandtabs(${this.pick(['', '4', '0'])})`
    }
  }

  /** Any value whose text is the same in every run. */
  plain(depth: number): string {
    return this.of(
      this.pick(['int', 'float', 'bool', 'str', 'list', 'tuple', 'dict', 'none']),
      depth,
    )
  }

  index(): string {
    return this.pick(['0', '1', '-1', '2', '5', '-3', 'True'])
  }

  slice(): string {
    const bound = (): string => this.pick(['', '', '0', '1', '2', '-1', '-2', '10', '-10', 'None'])
    return this.below(3) === 0
      ? `${bound()}:${bound()}:${this.pick(['1', '2', '-1', '-2', '', '0'])}`
      : `${bound()}:${bound()}`
  }

  private list(depth: number): string {
    const l = (): string => this.of('list', depth)
    switch (this.below(15)) {
      case 0:
        return `[${this.any(depth)}, ${this.any(depth)}]`
      case 1:
        return `(${l()} + ${l()})`
      case 2:
        return `(${l()} * ${this.pick(['0', '2', '-1', 'True'])})`
      case 3:
        return `${l()}[${this.slice()}]`
      case 4:
        return `list(${this.of(this.pick(['tuple', 'str', 'dict', 'set', 'list']), depth)})`
      case 5:
        return `sorted(${this.of(this.pick(['list', 'tuple', 'set', 'dict', 'str']), depth)}${this.pick(['', ', reverse=True'])})`
      case 6:
        return `list(range(${this.pick(['5', '0', '1, 4', '10, 0, -3', '0, 10, 4', '3, 1', '2, 8, 0'])}))`
      case 7:
        return `${this.of('str', depth)}.split(${this.pick(['', "','", "' '", "''", "',', 1", 'None, 1'])})`
      case 8:
        return `list(zip(${this.container(depth)}, ${l()}))`
      case 9:
        return `list(enumerate(${this.of(this.pick(['list', 'str', 'tuple']), depth)}${this.pick(['', ', 1', ', start=5'])}))`
      case 10:
        return `list(reversed(${this.of(this.pick(['list', 'tuple', 'str', 'dict']), depth)}))`
      case 11:
        return `${l()}.copy()`
      case 12:
        return `list(${this.of('dict', depth)}.${this.pick(['keys', 'values', 'items'])}())`
      case 13:
        return `${this.of('str', depth)}.${this.pick(['splitlines', 'rsplit'])}()`
      default:
        return `[${this.any(depth)}]`
    }
  }

  private tuple(depth: number): string {
    const t = (): string => this.of('tuple', depth)
    switch (this.below(7)) {
      case 0:
        return `(${this.any(depth)}, ${this.any(depth)})`
      case 1:
        return `(${t()} + ${t()})`
      case 2:
        return `tuple(${this.of(this.pick(['list', 'str', 'dict', 'set']), depth)})`
      case 3:
        return `divmod(${this.number(depth)}, ${this.number(depth)})`
      case 4:
        return `${t()}[${this.slice()}]`
      case 5:
        return `(${t()} * ${this.pick(['0', '2', '1'])})`
      default:
        return `(${this.any(depth)},)`
    }
  }

  private key(depth: number): string {
    return this.of(
      this.pick(['int', 'str', 'float', 'tuple', 'bool', 'none', 'int', 'str', 'list']),
      depth,
    )
  }

  private dict(depth: number): string {
    switch (this.below(6)) {
      case 0:
        return `{${this.key(depth)}: ${this.any(depth)}, ${this.key(depth)}: ${this.any(depth)}}`
      case 1:
        return `dict(${this.pick(['', 'x=1, y=2', "[('a', 1), ('b', 2)]", 'zip([1, 2], [3, 4])', this.of('dict', depth), this.of('list', depth)])})`
      case 2:
        return `${this.of('dict', depth)}.copy()`
      case 3:
        return `(${this.of('dict', depth)} | ${this.of('dict', depth)})`
      case 4:
        return `{${this.key(depth)}: ${this.any(depth)}}`
      default:
        return `dict(${this.of('dict', depth)})`
    }
  }

  private set(depth: number): string {
    const s = (): string => this.of('set', depth)
    switch (this.below(6)) {
      case 0:
        return `(${s()} ${this.pick(['|', '&', '-', '^'])} ${s()})`
      case 1:
        return `set(range(${this.pick(['3', '0', '5, 50, 7', '-4, 4'])}))`
      case 2:
        return `${s()}.${this.pick(['union', 'intersection', 'difference', 'symmetric_difference'])}(${this.pick([s(), '[1, 2, 9]', '(3, 100)', 'range(4)'])})`
      case 3:
        return `{${this.of('int', depth)}, ${this.number(depth)}, ${this.of('int', depth)}}`
      case 4:
        return `${s()}.copy()`
      default:
        return `set([${this.of('int', depth)}, ${this.of('int', depth)}])`
    }
  }
}
