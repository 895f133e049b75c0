/**
 * Why a module, or a member of one, is not available, where there is more to say than a list of what is: each reason is a
 * diagnostic of its own, whose advice says what to write instead.
 */
import type { DiagnosticCode } from './diagnosticCodes'

type Reasons = Readonly<Partial<Record<DiagnosticCode, string>>>

/** Modules by the reason. */
const MODULES: Reasons = {
  moduleOfFiles: 'os pathlib shutil tempfile glob io fileinput os.path',
  moduleOfProcesses: 'multiprocessing subprocess',
  moduleOfCoroutines: 'asyncio trio anyio curio gevent eventlet greenlet',
  moduleOfNetwork: 'socket socketserver select selectors ssl http urllib requests aiohttp',
  moduleOfDates: 'datetime calendar zoneinfo',
  moduleCopy: 'copy',
  moduleOfText: 're string textwrap difflib',
  moduleOfFormats: 'json pickle csv struct sqlite3 shelve xml',
  moduleOfHeaps: 'heapq bisect sched',
  moduleOfNumbers: 'decimal fractions statistics numpy secrets cmath',
  moduleEnum: 'enum',
  moduleOfClasses: 'abc types inspect weakref',
  moduleContextlib: 'contextlib',
  moduleThread: '_thread',
  moduleOperator: 'operator',
  moduleOfEndings: 'signal atexit traceback warnings gc',
}

/** Members, with their modules, by the reason. */
const MEMBERS: Reasons = {
  memberOrderedDict: 'collections.OrderedDict',
  memberCache: 'functools.lru_cache functools.cache functools.cached_property',
  memberHook: `threading.excepthook threading.settrace threading.gettrace threading.setprofile threading.getprofile
    threading.settrace_all_threads threading.setprofile_all_threads threading.stack_size sys.settrace sys.setprofile
    sys.excepthook sys.unraisablehook`,
  memberProcessPool: 'concurrent.futures.ProcessPoolExecutor',
  memberDate:
    'time.strftime time.strptime time.localtime time.gmtime time.ctime time.asctime time.mktime',
  memberProcessTime: `time.time_ns time.monotonic_ns time.perf_counter_ns time.process_time time.process_time_ns
    time.thread_time time.thread_time_ns`,
  memberStream:
    'sys.argv sys.stdin sys.path sys.modules sys.platform sys.version sys.executable sys.getsizeof',
  memberRecursion: 'sys.setrecursionlimit',
  memberTraceback: 'logging.exception sys.exc_info sys.exception',
  memberHandler: `logging.StreamHandler logging.FileHandler logging.Handler logging.Formatter logging.NullHandler
    logging.disable logging.captureWarnings`,
  memberNamedTuple: 'typing.NamedTuple typing.TypedDict',
}

/** The code that says why there is no module `name`. */
export function moduleRefusal(name: string): DiagnosticCode {
  const [top = name] = name.split('.')
  return reasonFor(MODULES, name) ?? reasonFor(MODULES, top) ?? 'unsupportedModule'
}

/** The code that says why `module` has no `name`. */
export function memberRefusal(module: string, name: string): DiagnosticCode {
  return reasonFor(MEMBERS, `${module}.${name}`) ?? 'unsupportedMember'
}

function reasonFor(reasons: Reasons, name: string): DiagnosticCode | undefined {
  const codes = Object.keys(reasons) as DiagnosticCode[]
  return codes.find((code) => reasons[code]?.split(/\s+/).includes(name))
}
