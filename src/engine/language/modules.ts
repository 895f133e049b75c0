import { primitivesOf } from '../../base'

/** What a program may import: the only list of modules and their members in the language. */
export const MODULE_MEMBERS = {
  threading: [
    'Thread',
    'Lock',
    'RLock',
    'Timer',
    'current_thread',
    'currentThread',
    'get_ident',
    'main_thread',
    'active_count',
    'activeCount',
    'enumerate',
    'BrokenBarrierError',
    ...primitivesOf('threading'),
  ],
  queue: [...primitivesOf('queue'), 'Empty', 'Full'],
  time: ['sleep', 'time', 'monotonic', 'perf_counter'],
  cerrojo: [
    ...['ChargingDatabase', 'DatabaseLocked', 'invariant', 'progress'],
    ...primitivesOf('cerrojo'),
  ],
  math: words(
    `acos acosh asin asinh atan atan2 atanh ceil comb copysign cos cosh degrees dist e exp exp2 expm1 fabs factorial
     floor fmod frexp fsum gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp log log10 log1p log2 modf nan
     nextafter perm pi pow prod radians remainder sin sinh sqrt tan tanh tau trunc ulp`,
  ),
  collections: ['deque', 'defaultdict', 'Counter', 'namedtuple'],
  sys: [
    'exit',
    'maxsize',
    'version_info',
    'getrecursionlimit',
    'getswitchinterval',
    'setswitchinterval',
    'stdout',
    'stderr',
  ],
  'sys.stdout': ['write', 'flush'],
  'sys.stderr': ['write', 'flush'],
  itertools: words(
    `accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse islice
     pairwise permutations product repeat starmap takewhile zip_longest`,
  ),
  dataclasses: words('dataclass field replace asdict astuple FrozenInstanceError'),
  functools: ['reduce', 'partial', 'wraps', 'update_wrapper'],
  logging: [
    ...primitivesOf('logging'),
    ...words('getLogger basicConfig debug info warning error critical log'),
    ...words('NOTSET DEBUG INFO WARNING ERROR CRITICAL WARN FATAL'),
  ],
  concurrent: ['futures'],
  'concurrent.futures': [
    ...primitivesOf('concurrent.futures'),
    ...words('CancelledError InvalidStateError BrokenExecutor TimeoutError wait as_completed'),
    ...words('ALL_COMPLETED FIRST_COMPLETED FIRST_EXCEPTION'),
  ],
  typing: words(
    `Annotated Any Awaitable Callable ClassVar Collection Container Counter DefaultDict Deque Dict Final FrozenSet
     Generator Hashable Iterable Iterator List Literal LiteralString Mapping MutableMapping MutableSequence MutableSet
     Never NoReturn Optional Reversible Self Sequence Set Sized SupportsAbs SupportsFloat SupportsInt SupportsRound Text
     Tuple Type Union`,
  ),
  random: words(
    'random randint randrange uniform choice choices shuffle sample seed getrandbits expovariate',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ImportedModule = keyof typeof MODULE_MEMBERS

/** The module whose names stand in type hints only. */
export const ANNOTATION_MODULE = 'typing' satisfies ImportedModule

/** A module that is there while the program runs. */
export type LoadedModule = Exclude<ImportedModule, typeof ANNOTATION_MODULE>

/** The modules a program may import; bytecode names a module by its index in this list. */
export const MODULES = Object.keys(MODULE_MEMBERS) as readonly ImportedModule[]

/** What a program may read of `module`. */
export function membersOf(module: ImportedModule): readonly string[] {
  return MODULE_MEMBERS[module]
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** Whether `module` is not imported for itself: it has nothing but modules, or is none in CPython. */
export function isPackage(module: ImportedModule): boolean {
  return (
    module === 'sys.stdout' ||
    module === 'sys.stderr' ||
    membersOf(module).every((member) => moduleWithin(module, member) !== undefined)
  )
}

/** The package that `module` is in: of `concurrent.futures`, `concurrent`. */
export function packageOf(module: ImportedModule | undefined): ImportedModule | undefined {
  const name = module?.split('.')[0] ?? ''
  return isImportedModule(name) ? name : undefined
}

/** The module that `member` of `module` is, as `futures` is of `concurrent`; undefined for anything else. */
export function moduleWithin(module: string, member: string): ImportedModule | undefined {
  const name = `${module}.${member}`
  return isImportedModule(name) ? name : undefined
}

export function isImportedModule(name: string): name is ImportedModule {
  return Object.hasOwn(MODULE_MEMBERS, name)
}
