/**
 * Which expressions may start a thread: a conservative call analysis by names. A mention of an attribute `start` may; a
 * call may when what it calls may, or when what it calls is not known.
 *
 * Special methods other than `__init__` are called by operators, `print` or `with` without being named. If one of them
 * may start a thread, any operation may (`isImplicit`).
 */
import { groupBy, PRIMITIVES, type PrimitiveEntry } from '../../base'
import {
  codeOf,
  definitionsOf,
  expressionsIn,
  lineOf,
  statementsIn,
  targetsOf,
  withChildren,
  type Expression,
  type KeywordArgument,
  type FunctionDefinition,
  type Module,
  type Statement,
} from '../language'
import { bindingCounts } from './bindings'
import { namesOfSetattr } from './namedStores'

export interface StartAnalysis {
  mayStart(expression: Expression): boolean
  bodyMayStart(body: readonly Statement[]): boolean
  /** Whether operations that are not calls may start a thread. */
  readonly isImplicit: boolean
}

/** Built-ins that call nothing but special methods. Exceptions are recognised by their names. */
const QUIET_BUILTINS: ReadonlySet<string> = new Set(
  `abs all any ascii bin bool bytes callable chr delattr dict divmod enumerate float format frozenset getattr hasattr hash hex id int isinstance issubclass len list max min
   object oct ord pow print range repr reversed round set setattr slice sorted str sum super tuple type zip`.split(
    /\s+/,
  ),
)

/** Special methods of built-in classes, as `super()` calls them. */
const QUIET_SPECIALS = [
  ...['__init__', '__str__', '__repr__', '__format__', '__hash__'],
  ...['__eq__', '__lt__', '__le__', '__gt__', '__ge__'],
]

/** Methods of built-in values that call nothing but special methods; `key=` functions are looked at separately. */
const QUIET_METHODS: ReadonlySet<string> = new Set(
  `acquire add append appendleft as_integer_ratio bit_count bit_length cancel capitalize casefold center clear conjugate copy
   count decode difference difference_update discard encode endswith expandtabs extend extendleft find flush format from_bytes
   fromhex fromkeys get hex index insert
   intersection intersection_update is_alive is_integer is_set isalnum isalpha isascii isdecimal isdigit isdisjoint
   isidentifier islower isnumeric isprintable isspace issubset issuperset istitle isupper items join keys ljust locked
   lower lstrip maketrans partition pop popitem popleft put release remove removeprefix removesuffix replace reverse rfind
   rindex rjust rotate rpartition rsplit rstrip set setdefault sort split splitlines startswith strip swapcase
   symmetric_difference symmetric_difference_update title to_bytes translate union update upper values zfill
   add_kwh get_all_cps get_cp set_kwh update_cp_status`
    .split(/\s+/)
    .concat(PRIMITIVES.flatMap(({ methods }): readonly string[] => methods))
    .concat(QUIET_SPECIALS),
)

/** Methods of built-in values that call functions of the program back: a class with such a method hides nothing. */
const CALLING_METHODS: ReadonlySet<string> = new Set([
  ...['run', 'start', 'wait', 'wait_for'],
  ...PRIMITIVES.flatMap(({ callingMethods = [] }: PrimitiveEntry) => callingMethods),
])

/** What the importable modules offer that starts nothing and calls nothing back. */
const QUIET_MEMBERS: ReadonlySet<string> = new Set(
  `Lock RLock Thread Timer activeCount active_count currentThread current_thread
   get_ident main_thread monotonic perf_counter sleep time ChargingDatabase DatabaseLocked invariant progress
   asdict astuple replace ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION chain combinations combinations_with_replacement compress count cycle
   islice pairwise permutations product repeat zip_longest`
    .split(/\s+/)
    .concat(PRIMITIVES.map(({ name }): string => name)),
)

/** Modules whose members start nothing and call nothing back. */
const QUIET_MODULES: ReadonlySet<string> = new Set([
  'math',
  'random',
  'collections',
  'sys',
  'logging',
])

/** What a global that an `import` binds stands for: in a quiet module every call is quiet. */
type Imported = 'module' | 'quietModule'

type Target =
  | { readonly kind: 'quiet' | 'unknown' }
  | { readonly kind: 'functions'; readonly functions: readonly FunctionDefinition[] }

const QUIET: Target = { kind: 'quiet' }
const UNKNOWN: Target = { kind: 'unknown' }

export function startAnalysis(module: Module): StartAnalysis {
  const callees = calleesOf(module)
  const starting = new Set<FunctionDefinition>()
  const mayStart = (expression: Expression): boolean =>
    withChildren(expression).some((part) => startsItself(part, callees, starting))
  const bodyMayStart = (body: readonly Statement[]): boolean =>
    expressionsIn(body).some((part) => startsItself(part, callees, starting))
  const definitions = definitionsOf(module)
  let previous: number
  do {
    previous = starting.size
    for (const { definition } of definitions) {
      if (bodyMayStart(definition.body)) starting.add(definition)
    }
  } while (starting.size > previous)
  const isImplicit = definitions.some(
    ({ definition, className }) =>
      className !== undefined && isImplicitlyCalled(definition) && starting.has(definition),
  )
  return { mayStart, bodyMayStart, isImplicit }
}

/** By an operation that is no call. */
function isImplicitlyCalled({ name, binding }: FunctionDefinition): boolean {
  if (binding === 'getter' || binding === 'setter') return true
  return name.startsWith('__') && name.endsWith('__') && name !== '__init__'
}

function startsItself(
  expression: Expression,
  callees: (callee: Expression) => Target,
  starting: ReadonlySet<FunctionDefinition>,
): boolean {
  if (expression.kind === 'attribute') return expression.name === 'start'
  if (expression.kind === 'comprehension') return starting.has(expression.definition)
  if (expression.kind !== 'call') return false
  // A `key=` function is called back; of a class or function of the program it is only an argument.
  const target = callees(expression.callee)
  if (target.kind === 'functions') return target.functions.some((code) => starting.has(code))
  return target.kind === 'unknown' || expression.keywords.some(mayBeKey)
}

/** `**options` may hold one. */
function mayBeKey({ name }: KeywordArgument): boolean {
  return name === 'key' || name === undefined
}

/** Answers what a callee may be. */
function calleesOf(module: Module): (callee: Expression) => Target {
  const names = globalCallables(module)
  const methods = methodsByName(module)
  const stored = storedAttributes(module)
  const ofMethod = (name: string, object: Expression): Target => {
    const known = methods.get(name)
    if (stored.has(name) || CALLING_METHODS.has(name)) return UNKNOWN
    if (known !== undefined) return { kind: 'functions', functions: known }
    const isGlobal = object.kind === 'name' && object.scope === 'global'
    const target = isGlobal ? names.get(object.name) : undefined
    if (target === 'quietModule') return QUIET
    return (target === 'module' ? QUIET_MEMBERS : QUIET_METHODS).has(name) ? QUIET : UNKNOWN
  }
  return (callee) => {
    if (callee.kind === 'attribute') return ofMethod(callee.name, callee.object)
    if (callee.kind !== 'name') return UNKNOWN
    if (callee.scope === 'builtin') return isQuietBuiltin(callee.name) ? QUIET : UNKNOWN
    const target = callee.scope === 'global' ? names.get(callee.name) : undefined
    return typeof target === 'object' ? target : UNKNOWN
  }
}

function isQuietBuiltin(name: string): boolean {
  return QUIET_BUILTINS.has(name) || /(?:Error|Exception|Interrupt|Exit|Iteration)$/.test(name)
}

/** What the globals that are bound once by `def`, `class` or `import` stand for. */
function globalCallables(module: Module): ReadonlyMap<string, Target | Imported> {
  const counts = bindingCounts(module)
  const callables = new Map<string, Target | Imported>()
  const bind = (name: string, target: Target | Imported): void => {
    if (counts.get(name) === 1) callables.set(name, target)
  }
  for (const statement of statementsIn(module.body)) {
    if (statement.kind === 'function') {
      const isPlain = statement.decorators.length === 0
      const known: Target = { kind: 'functions', functions: [statement.definition] }
      bind(statement.definition.name, isPlain ? known : UNKNOWN)
    } else if (statement.kind === 'class') {
      const line = lineOf(module, statement.definition)
      const functions = line.flatMap(({ methods }) =>
        methods.filter(({ name }) => name === '__init__'),
      )
      bind(statement.definition.name, { kind: 'functions', functions })
    } else if (statement.kind === 'import') {
      if (statement.target.kind === 'name') {
        bind(statement.target.name, QUIET_MODULES.has(statement.module) ? 'quietModule' : 'module')
      }
    } else if (statement.kind === 'importFrom') {
      for (const { member, target } of statement.members) {
        const isQuiet = QUIET_MODULES.has(statement.module) || QUIET_MEMBERS.has(member)
        if (target.kind === 'name') bind(target.name, isQuiet ? QUIET : UNKNOWN)
      }
    }
  }
  return callables
}

function methodsByName(module: Module): ReadonlyMap<string, readonly FunctionDefinition[]> {
  const methods = definitionsOf(module).filter(({ className }) => className !== undefined)
  return groupBy(
    methods.map(({ definition }) => definition),
    ({ name }) => name,
  )
}

/** Attribute names that may hold any value: stored by an assignment or in a class body. */
function storedAttributes(module: Module): ReadonlySet<string> {
  const names = new Set<string>(namesOfSetattr(module))
  for (const body of codeOf(module)) {
    for (const statement of statementsIn(body)) {
      for (const target of targetsOf(statement))
        if (target.kind === 'attribute') names.add(target.name)
      if (statement.kind !== 'class') continue
      for (const { name } of statement.definition.attributes) names.add(name)
    }
  }
  return names
}
