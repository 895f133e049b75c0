/** The source text of the methods that a dataclass gets, as CPython's own decorator writes it. */
import type { DataclassOptions, Field } from './dataclassFields'

/** Stands in generated text for the point in names that no program can write. */
const HIDDEN = '_dot_'

/** Built-ins that generated text names; `.absent` and so on in the machine. */
export const GENERATED_NAMES = ['_absent', '_sameClass', '_asdict', '_astuple'] as const

/** A name for generated text that becomes one that no program can write. */
export function hiddenName(...parts: readonly string[]): string {
  return parts.map((part) => HIDDEN + part).join('')
}

/** The name as the program has it. */
export function visibleName(name: string): string {
  return name.startsWith(HIDDEN) ? name.replaceAll(HIDDEN, '.') : name
}

/** What calls the methods behind `asdict` and its like. */
export const CONVERSIONS = ['asdict', 'astuple', 'replace'] as const
export type Conversion = (typeof CONVERSIONS)[number]

export interface DataclassShape {
  /** Of the class and its bases, in the order of `__init__`. */
  readonly fields: readonly Field[]
  readonly options: DataclassOptions
  /** Methods that the class has itself: they stay. */
  readonly methods: ReadonlySet<string>
  readonly hasPostInit: boolean
  /** Those that the program may call. */
  readonly conversions: readonly Conversion[]
}

/** A class with the generated methods; names of {@link Field.placeholder} stand for expressions of the program. */
export function dataclassText(shape: DataclassShape): string {
  const { options, methods } = shape
  const wanted: readonly (readonly [name: string, isWanted: boolean, lines: () => string[]])[] = [
    ['__init__', options.init, () => initialiser(shape)],
    ['__repr__', options.repr, () => representation(shape)],
    ['__eq__', options.eq, () => comparison(shape, '__eq__', '==')],
    ...ORDER.map(
      ([name, operator]) => [name, options.order, () => comparison(shape, name, operator)] as const,
    ),
    ['__hash__', options.unsafeHash || (options.eq && options.frozen), () => hash(shape)],
    ...shape.conversions.map((name) => [name, true, () => CONVERTING[name](shape)] as const),
  ]
  const lines = wanted.flatMap(([name, isWanted, write]) =>
    isWanted && !methods.has(name) ? write() : [],
  )
  return ['class Generated:', ...(lines.length === 0 ? ['pass'] : lines).map(indented), ''].join(
    '\n',
  )
}

export const ORDER = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const

function indented(line: string): string {
  return `    ${line}`
}

function method(header: string, body: readonly string[]): string[] {
  return [`def ${header}:`, ...(body.length === 0 ? ['pass'] : body).map(indented)]
}

function initialiser({ fields, hasPostInit }: DataclassShape): string[] {
  const self = fields.some(({ name }) => name === 'self') ? hiddenName('self') : 'self'
  const parameters = fields.filter(({ init }) => init)
  const keywords = parameters.filter(({ kwOnly }) => kwOnly).map(parameter)
  const list = [
    self,
    ...parameters.filter(({ kwOnly }) => !kwOnly).map(parameter),
    ...(keywords.length === 0 ? [] : ['*', ...keywords]),
  ]
  return method(`__init__(${list.join(', ')})`, [
    ...fields.flatMap((field) => assignment(field, self)),
    ...(hasPostInit ? [`${self}.__post_init__()`] : []),
  ])
}

function parameter({ name, defaultKind, placeholder }: Field): string {
  if (defaultKind === 'none') return name
  return `${name}=${defaultKind === 'literal' ? placeholder : '_absent'}`
}

function assignment(field: Field, self: string): string[] {
  const { name, init, defaultKind } = field
  const made = absentValue(field, self)
  if (!init)
    return made === undefined || defaultKind === 'kept' ? [] : [`${self}.${name} = ${made}`]
  const value = made === undefined ? name : `${made} if ${name} is _absent else ${name}`
  return [`${self}.${name} = ${value}`]
}

/** What a parameter stands for that was not given, as far as its default value does not say so itself. */
function absentValue(
  { defaultKind, memberName, placeholder }: Field,
  self: string,
): string | undefined {
  switch (defaultKind) {
    case 'none':
    case 'literal':
      return undefined
    case 'kept':
      return `${self}.${memberName}`
    case 'factory':
      return `${self}.${memberName}()`
    case 'inlined':
      return placeholder
  }
}

function representation({ fields }: DataclassShape): string[] {
  const parts = fields.filter(({ repr }) => repr).map(({ name }) => `${name}={self.${name}!r}`)
  return method('__repr__(self)', [`return f"{type(self).__name__}(${parts.join(', ')})"`])
}

function compared({ fields }: DataclassShape, object: string): string {
  return tuple(fields.filter(({ compare }) => compare).map(({ name }) => `${object}.${name}`))
}

function tuple(items: readonly string[]): string {
  return `(${items.map((item) => `${item},`).join(' ')})`
}

function comparison(shape: DataclassShape, name: string, operator: string): string[] {
  return method(`${name}(self, other)`, [
    'if _sameClass(other, self):',
    indented(`return ${compared(shape, 'self')} ${operator} ${compared(shape, 'other')}`),
    'return NotImplemented',
  ])
}

function hash({ fields }: DataclassShape): string[] {
  const items = fields.filter((field) => field.hash).map(({ name }) => `self.${name}`)
  return method('__hash__(self)', [`return hash(${tuple(items)})`])
}

const CONVERTING: Readonly<Record<Conversion, (shape: DataclassShape) => string[]>> = {
  asdict({ fields }) {
    const entries = fields.map(({ name }) => `"${name}": _asdict(self.${name})`)
    return method(`${hiddenName('asdict')}(self)`, [`return {${entries.join(', ')}}`])
  },
  astuple({ fields }) {
    const items = fields.map(({ name }) => `_astuple(self.${name})`)
    return method(`${hiddenName('astuple')}(self)`, [`return ${tuple(items)}`])
  },
  replace({ fields }) {
    return method(`${hiddenName('replace')}(self, changes)`, [
      ...fields.flatMap(({ name, init }) =>
        init
          ? [`if "${name}" not in changes:`, indented(`changes["${name}"] = self.${name}`)]
          : [`if "${name}" in changes:`, indented(`raise ValueError("${notReplaced(name)}")`)],
      ),
      'return changes',
    ])
  },
}

function notReplaced(name: string): string {
  return `field ${name} is declared with init=False, it cannot be specified with replace()`
}
