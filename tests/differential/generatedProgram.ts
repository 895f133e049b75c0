/**
 * A random program without threads: classes, functions, globals and statements of every kind, whose results it prints.
 * Equal seeds give equal programs.
 */
import { createPrng } from '../../src/base'
import { Expressions, TYPES, type Type } from './expressions'

const EXCEPTIONS = [
  'ValueError',
  'TypeError',
  'KeyError',
  'IndexError',
  'ZeroDivisionError',
  'AttributeError',
  'OverflowError',
  'LookupError',
  'ArithmeticError',
  'RuntimeError',
  'Exception',
]

/** Python source of the program of `seed`. */
export function generatedProgram(seed: number): string {
  return new ProgramWriter(seed).write()
}

class ProgramWriter {
  private readonly expressions: Expressions
  private readonly lines: string[] = []
  private readonly variables: [string, Type][] = []
  private readonly functions: string[] = []
  private indent = 0
  private counter = 0
  private loops = 0
  private inFunction = false

  constructor(seed: number) {
    this.expressions = new Expressions(createPrng(seed), {
      variables: this.variables,
      functions: this.functions,
    })
  }

  write(): string {
    this.line('import threading')
    this.line('lock = threading.Lock()')
    this.line('rlock = threading.RLock()')
    this.line('n = 3')
    this.class()
    for (let i = 0; i < 2; i++) this.function(i)
    for (const [i, type] of TYPES.entries()) {
      if (type === 'none') continue
      const name = `v${String(i)}`
      this.line(`${name} = ${this.expressions.literal(type)}`)
      this.variables.push([name, type])
    }
    for (let i = 0; i < 6; i++) this.guarded()
    this.line(
      `print(${this.variables
        .filter(([, t]) => t !== 'set')
        .map(([v]) => v)
        .join(', ')}, n, K.count)`,
    )
    for (let i = 0; i < 3; i++) this.statement(2)
    return `${this.lines.join('\n')}\n`
  }

  private below(bound: number): number {
    return this.expressions.below(bound)
  }

  private pick<T>(items: readonly T[]): T {
    return this.expressions.pick(items)
  }

  private of(type: Type, depth = 2): string {
    return this.expressions.of(type, depth)
  }

  private line(text: string): void {
    this.lines.push('    '.repeat(this.indent) + text)
  }

  private block(header: string, body: () => void): void {
    this.line(header)
    this.indent++
    body()
    this.indent--
  }

  /** A statement whose exception is printed, so that the program goes on. */
  private guarded(): void {
    this.block('try:', () => this.statement(2))
    this.block('except Exception as e:', () => this.line('print(repr(e), e)'))
  }

  private class(): void {
    const value = this.expressions.literal(this.pick(['int', 'list', 'str']))
    this.block('class K:', () => {
      this.line('count = 0')
      this.block(`def __init__(self, a, b=${value}):`, () => {
        this.line('self.a = a')
        this.line('self.b = b')
        this.line('K.count += 1')
      })
      this.block('def total(self, x=1):', () =>
        this.line(`return self.a ${this.pick(['+', '*', '-'])} x`),
      )
      this.block('def grow(self):', () => {
        this.line('self.b += self.b')
        this.line('self.count = self.count + 1')
        this.line('return self')
      })
      if (this.below(2) === 0)
        this.block('def __repr__(self):', () => this.line("return f'K<{self.a!r}>'"))
      this.block('def __str__(self):', () => this.line("return f'K({self.a}, {self.b})'"))
    })
  }

  private function(index: number): void {
    const name = `f${String(index)}`
    const saved = this.variables.splice(0)
    this.block(
      `def ${name}(a, b=${this.expressions.literal(this.pick(['int', 'str', 'list', 'float']))}):`,
      () => {
        if (this.below(3) === 0) {
          this.line('global n')
          this.line('n += 1')
        }
        this.variables.push(['a', 'int'], ['b', 'int'])
        this.inFunction = true
        for (let i = 0; i < 2; i++) this.statement(1)
        if (this.below(4) > 0)
          this.line(`return ${this.of(this.pick(['int', 'str', 'list', 'float', 'tuple']))}`)
        this.inFunction = false
      },
    )
    this.variables.splice(0, Infinity, ...saved)
    this.functions.push(name)
  }

  private assignable(type: Type): string {
    const known = this.variables.filter(([, t]) => t === type)
    return known.length === 0 ? 'n' : this.pick(known)[0]
  }

  private statement(depth: number): void {
    const simple = 12
    switch (this.below(depth > 0 ? simple + 8 : simple)) {
      case 0:
      case 1:
        this.line(
          `print(${this.expressions.plain(3)}, ${this.expressions.plain(2)}${this.pick(['', ", sep='-'", ", end='!\\n'"])})`,
        )
        return
      case 2:
        this.line(`print(${this.of(this.pick(['set', 'bool', 'float', 'int']), 3)})`)
        return
      case 3:
        this.assignment()
        return
      case 4:
        this.augmented()
        return
      case 5:
        this.mutation()
        return
      case 6:
        this.unpacking()
        return
      case 7:
        this.object()
        return
      case 8:
        this.line(`assert ${this.of('bool')}, ${this.expressions.plain(1)}`)
        return
      case 9:
        this.line(
          `raise ${this.pick(EXCEPTIONS)}(${this.pick(['', this.expressions.plain(1), `${this.of('int')}, ${this.of('str')}`])})`,
        )
        return
      case 10:
        this.line(
          `print(${this.pick(['v6', 'v4', 'K', 'n', 'lock'])}.${this.pick(['a', 'b', 'missing'])})`,
        )
        return
      case 11:
        this.locks()
        return
      case 12:
        this.block(`if ${this.of('bool')}:`, () => this.statement(depth - 1))
        if (this.below(2) === 0)
          this.block(`elif ${this.of(this.expressions.type())}:`, () => this.statement(depth - 1))
        if (this.below(2) === 0) this.block('else:', () => this.statement(depth - 1))
        return
      case 13:
      case 14:
        this.for(depth)
        return
      case 15:
        this.while(depth)
        return
      case 16:
      case 17:
        this.try(depth)
        return
      case 18:
        this.block(`with ${this.pick(['lock', 'rlock'])}:`, () => this.statement(depth - 1))
        return
      default:
        if (this.inFunction) this.line(`return ${this.of(this.expressions.type())}`)
        else this.line(`print(repr(${this.expressions.call(2)}))`)
    }
  }

  private assignment(): void {
    const type = this.expressions.type()
    const value = this.of(type, 3)
    const name = this.assignable(type)
    if (this.below(4) === 0) this.line(`n = ${name} = ${value}`)
    else this.line(`${name} = ${value}`)
  }

  private augmented(): void {
    const type = this.pick(['int', 'float', 'str', 'list', 'set', 'tuple', 'dict'] as const)
    const operator: Record<typeof type, readonly string[]> = {
      int: ['+=', '-=', '*=', '//=', '%=', '&=', '|=', '^=', '<<=', '>>=', '/='],
      float: ['+=', '-=', '*=', '/=', '//=', '%='],
      str: ['+=', '*=', '%='],
      list: ['+=', '*='],
      set: ['|=', '&=', '-=', '^='],
      tuple: ['+=', '*='],
      dict: ['|='],
    }
    const sign = this.pick(operator[type])
    const isRepeated = sign === '*=' && type !== 'float'
    const isShift = sign === '<<=' || sign === '>>='
    const value = isRepeated || isShift ? this.pick(['0', '1', '2', '3']) : this.of(type)
    const target = this.pick([
      this.assignable(type),
      this.assignable(type),
      `${this.assignable('list')}[${this.expressions.index()}]`,
    ])
    this.line(`${target} ${sign} ${value}`)
  }

  private mutation(): void {
    const any = (): string => this.of(this.expressions.type(), 1)
    const list = this.assignable('list')
    const dict = this.assignable('dict')
    const set = this.assignable('set')
    const key = this.pick(["'a'", '1', "'k'", '(1, 2)', 'None', 'True', '1.0'])
    const integer = (): string => this.of('int', 1)
    this.line(
      this.pick([
        `${list}.append(${this.expressions.plain(1)})`,
        `${list}.insert(${this.expressions.index()}, ${any()})`,
        `print(${list}.pop(${this.pick(['', '0', '-1', '7'])}))`,
        `${list}.remove(${integer()})`,
        `${list}.extend(${this.of(this.pick(['list', 'tuple', 'str']), 1)})`,
        `${list}.sort(${this.pick(['', 'reverse=True'])})`,
        `${list}.reverse()`,
        `${list}[${this.expressions.index()}] = ${any()}`,
        `del ${list}[${this.expressions.index()}]`,
        `${dict}[${key}] = ${this.expressions.plain(1)}`,
        `del ${dict}[${key}]`,
        `print(${dict}.pop(${key}${this.pick(['', ', None'])}))`,
        `print(${dict}.setdefault(${key}, ${integer()}))`,
        `print(${dict}.get(${key}, 'no'), ${dict}[${key}])`,
        `${dict}.update(${this.pick(["{'z': 1}", "[('q', 2)]", 'w=3', '{1: 1}, k=4'])})`,
        `print(${dict}.popitem(), len(${dict}))`,
        `${set}.add(${integer()})`,
        `${set}.discard(${integer()})`,
        `${set}.remove(${integer()})`,
        `${set}.update(${this.pick(['[1, 2]', '{7, 8}', 'range(20, 24)'])})`,
        `print(sorted(${set}), len(${set}))`,
        `print(${set})`,
        `print(${set}.pop())`,
        `${this.pick([list, dict, set])}.clear()`,
        `del ${this.assignable(this.pick(['int', 'str']))}`,
      ]),
    )
  }

  private unpacking(): void {
    const [a, b] = [this.assignable('int'), this.assignable('str')]
    const value = this.pick([
      '(1, 2)',
      '[3, "x"]',
      this.of('tuple'),
      this.of('list'),
      "'ab'",
      '{1: 2, 3: 4}',
      `${b}, ${a}`,
      '1, (2, 3)',
    ])
    this.line(
      `${this.pick([`${a}, ${b}`, `(${a}, ${b})`, `[${a}, ${b}]`, `${a}, (${b}, n)`])} = ${value}`,
    )
    this.line(`print(repr(${a}), repr(${b}))`)
  }

  private object(): void {
    const name = `o${String(this.counter++)}`
    const value = this.of(this.pick(['int', 'str', 'list', 'float']))
    this.line(
      `${name} = K(${this.pick([value, `${value}, ${this.of('int')}`, `b=${value}, a=1`, '', '1, 2, 3'])})`,
    )
    this.line(
      this.pick([
        `print(${name}, f'{${name}}', str(${name}))`,
        `print(${name}.total(${this.of('int')}), ${name}.a, ${name}.b)`,
        `print(${name}.grow().grow().b, ${name}.count, K.count)`,
        `${name}.a ${this.pick(['+=', '-=', '*='])} ${this.pick(['1', '2'])}; print(${name}.a)`,
        `g = ${name}.total; print(g(x=${this.of('int')}))`,
        `print(K.total(${name}, 5), '%s|%s' % (${name}, 1), '{}'.format(${name}))`,
        `${name}.fresh = 1; print(${name}.fresh); del ${name}.a; print(${name}.a)`,
        `${name}.b = ${name}.a; print(${name}.b is ${name}.a, ${name} == ${name}, ${name} in [1, ${name}])`,
      ]),
    )
  }

  private locks(): void {
    this.line(
      this.pick([
        'print(lock.acquire(False), lock.locked()); lock.release()',
        'lock.release()',
        'rlock.release()',
        'print(rlock.acquire(), rlock.acquire(blocking=False)); rlock.release(); rlock.release()',
        'print(lock.acquire(timeout=0.001)); lock.release()',
        'print(lock.locked())',
        'print(lock.acquire(False, 1))',
        'print(lock.acquire(timeout=-2))',
      ]),
    )
  }

  private for(depth: number): void {
    const i = `i${String(this.loops++)}`
    const items = this.pick([
      'range(4)',
      'range(3, 0, -1)',
      this.of('list'),
      this.of('str'),
      this.of('tuple'),
      this.of('dict'),
      'sorted(v7)',
      "enumerate('xy')",
      "{'a': 1, 'b': 2}.items()",
      this.assignable('dict'),
    ])
    const isPair = /enumerate\('|\.items\(\)$/.test(items)
    this.variables.push([i, 'int'])
    this.block(`for ${isPair ? `${i}, n` : i} in ${items}:`, () => {
      this.line(`print(${i})`)
      this.statement(depth - 1)
      if (this.below(3) === 0)
        this.block(`if ${this.of('bool', 1)}:`, () => this.line(this.pick(['break', 'continue'])))
    })
    this.variables.splice(
      this.variables.findIndex(([name]) => name === i),
      1,
    )
    if (this.below(3) === 0) this.block('else:', () => this.statement(depth - 1))
  }

  private while(depth: number): void {
    const w = `w${String(this.loops++)}`
    this.line(`${w} = ${this.pick(['0', '2', '3'])}`)
    this.block(`while ${w} > 0:`, () => {
      this.line(`${w} -= 1`)
      this.statement(depth - 1)
      if (this.below(2) === 0)
        this.block(`if ${w} == 1:`, () => this.line(this.pick(['break', 'continue'])))
      this.line(`print(${w})`)
    })
    if (this.below(2) === 0) this.block('else:', () => this.line("print('else')"))
  }

  private try(depth: number): void {
    this.block('try:', () => {
      this.statement(depth - 1)
      this.line(`print(${this.of(this.pick(['int', 'float', 'str']), 3)})`)
    })
    const hasHandler = this.below(5) > 0
    if (hasHandler) {
      const types = this.pick([
        this.pick(EXCEPTIONS),
        this.pick(EXCEPTIONS),
        `(${this.pick(EXCEPTIONS)}, ${this.pick(EXCEPTIONS)})`,
      ])
      this.block(`except ${types}${this.pick([' as e', ''])}:`, () => {
        this.line("print('handled')")
        if (this.below(3) === 0) this.line('raise')
        else this.statement(depth - 1)
      })
      if (this.below(3) === 0) this.block('else:', () => this.statement(depth - 1))
    }
    if (!hasHandler || this.below(3) === 0) {
      this.block('finally:', () => {
        this.line("print('finally')")
        if (this.below(2) === 0) this.statement(depth - 1)
      })
    }
  }
}
