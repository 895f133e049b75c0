import { describe, expect, it } from 'vitest'
import type { ClassDefinition } from './ast'
import { parse } from './parse'

/** The last class of the program, with what its decorator added. */
function classOf(...lines: readonly string[]): ClassDefinition {
  const source = ['from dataclasses import dataclass, field', ...lines, ''].join('\n')
  const reading = parse(source)
  if (reading.kind === 'refused') {
    throw new Error(reading.diagnostics.map((d) => `${d.line}:${d.column} ${d.code}`).join('; '))
  }
  const classes = reading.module.body.flatMap((s) => (s.kind === 'class' ? [s.definition] : []))
  const last = classes.at(-1)
  if (last === undefined) throw new Error('no class')
  return last
}

function methodsOf({ methods }: ClassDefinition): readonly string[] {
  return methods.map(({ name }) => name)
}

function parametersOf({ methods }: ClassDefinition): readonly string[] {
  const initialiser = methods.find(({ name }) => name === '__init__')
  return (initialiser?.parameters ?? []).map(({ name, kind, defaultValue }) => {
    const mark = kind === 'keyword' ? '*' : ''
    return `${mark}${name}${defaultValue === undefined ? '' : '='}`
  })
}

describe('@dataclass adds', () => {
  it.each([
    ['@dataclass', ['__init__', '__repr__', '__eq__']],
    ['@dataclass()', ['__init__', '__repr__', '__eq__']],
    ['@dataclass(eq=False, repr=False)', ['__init__']],
    ['@dataclass(frozen=True)', ['__init__', '__repr__', '__eq__', '__hash__']],
    ['@dataclass(init=False, unsafe_hash=True)', ['__repr__', '__eq__', '__hash__']],
    [
      '@dataclass(order=True)',
      ['__init__', '__repr__', '__eq__', '__lt__', '__le__', '__gt__', '__ge__'],
    ],
  ])('%s', (decorator, expected) => {
    expect(methodsOf(classOf(decorator, 'class A:', '  x: int'))).toEqual(expected)
  })

  it('nothing that the class has itself', () => {
    const own = classOf('@dataclass', 'class A:', '  x: int', '  def __eq__(self, o): return True')
    expect(methodsOf(own)).toEqual(['__eq__', '__init__', '__repr__'])
  })

  it('parameters in the order of the fields, those of bases first', () => {
    const derived = classOf(
      ...['@dataclass', 'class A:', '  x: int', '  y: int = 0'],
      ...['@dataclass', 'class B(A):', '  z: list = field(default_factory=list)', '  x: int = 5'],
      ...['  k: int = field(kw_only=True)', '  hidden: int = field(init=False)'],
    )
    expect(parametersOf(derived)).toEqual(['self', 'x=', 'y=', 'z=', '*k'])
  })
})

describe('a field keeps', () => {
  const members = (field: string): readonly string[] => {
    const { attributes, defaults = [] } = classOf(
      'n = 1',
      '@dataclass',
      'class A:',
      `  x: int${field}`,
    )
    return [...attributes, ...defaults].map(({ name }) => name).filter((name) => name !== '.repr')
  }

  it.each([
    ['', []],
    [' = 3', ['x']],
    [' = -3', ['x']],
    [' = n', ['x', '.of.A.x']],
    [' = field(default=3)', ['x']],
    [' = field(default_factory=list)', []],
    [' = field(default_factory=lambda: [n])', []],
    [' = field(default_factory=n)', []],
    [' = field(default_factory=n if n else list)', ['.of.A.x']],
  ])('what its default needs: x: int%s', (field, expected) => {
    expect(members(field)).toEqual(expected)
  })
})

describe('names', () => {
  it('of the module under an alias are known', () => {
    const reading = parse(
      'import dataclasses as dc\n@dc.dataclass\nclass A:\n  x: int = dc.field()\n',
    )
    expect(reading.kind).toBe('accepted')
  })

  it('of another thing called dataclass are not', () => {
    const reading = parse('def dataclass(c): return c\n@dataclass\nclass A:\n  x: int\n')
    expect(reading.diagnostics.map(({ code }) => code)).toEqual(['decorator'])
  })
})
