/**
 * Loggers of the module `logging`: names with points make a tree, a logger without a level of its own has that of the
 * nearest one above it. All records go to the program's output, where CPython writes to standard error: one handler, that
 * `basicConfig` (or the first call of a function of the module) makes, or none; then only warnings and worse are written,
 * without a format, as CPython's handler of last resort does. Times are the run's own, from the beginning of 1970 on.
 */
import { PRIMITIVES } from '../../../base'
import { EVENT } from '../../trace'
import { MACHINE, OBJECT, THREAD, threadAddress } from '../layout'
import type { Memory } from '../memory'
import {
  binary,
  dictSet,
  fromFloat,
  fromText,
  isTrue,
  makeDict,
  makeTuple,
  repr,
  str,
  textOf,
  unsupported,
} from '../objects'
import { LOGGING_LEVELS } from '../modules'
import { write } from '../output'
import type { Processor } from '../processor'
import { PythonError } from '../pythonError'
import {
  addressOf,
  fromAddress,
  fromBoolean,
  fromSmallInteger,
  isSmallInteger,
  NONE,
  toSmallInteger,
  UNBOUND,
  type Value,
} from '../value'
import { bindParameters } from './parameters'
import { PRIMITIVE, type Delegate, type Keywords, type PrimitiveType } from './primitive'
import { timeText } from './timeText'
import { traceOperation } from './traceOperation'
import { notMade } from './view'

const NAME = PRIMITIVE.fields
/** A number; 0: that of the logger above. */
const LEVEL = PRIMITIVE.fields + 1
/** The next logger of the chain, which begins with the root. */
const NEXT_LOGGER = PRIMITIVE.fields + 2
/** Of the root: the format of the handler, UNBOUND without one; and that of times, or None. */
const FORMAT = PRIMITIVE.fields + 3
const TIME_FORMAT = PRIMITIVE.fields + 4
const WORDS = 5

const LEVELS = LOGGING_LEVELS
const LEVEL_BY_NAME = new Map<string, number>(Object.entries(LEVELS))

const BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'

function levelName(level: number): string {
  const known = [...LEVEL_BY_NAME].find(([, number]) => number === level)
  return known?.[0] ?? `Level ${String(level)}`
}

/** @throws PythonError ValueError for a name that is no level, TypeError for what is neither name nor number */
function levelOf(p: Processor, value: Value): number {
  if (isSmallInteger(value)) return toSmallInteger(value)
  if (p.objectOf(value, OBJECT.string) === 0) {
    const message = `Level not an integer or a valid string: ${repr(p.objects, value)}`
    throw new PythonError('TypeError', message)
  }
  const level = LEVEL_BY_NAME.get(textOf(p.memory, value))
  if (level !== undefined) return level
  throw new PythonError('ValueError', `Unknown level: ${repr(p.objects, value)}`)
}

function make(p: Processor, name: string, level: number): number {
  const logger = p.memory.allocate(OBJECT.primitive, PRIMITIVE.fields + WORDS)
  const type = PRIMITIVES.findIndex((entry) => entry.name === 'Logger')
  p.memory.write(logger + PRIMITIVE.type, type)
  p.memory.write(logger + NAME, fromText(p.objects, name))
  p.memory.write(logger + LEVEL, level)
  return logger
}

/** The root logger, which is made when it is first needed. Within an operation on shared memory. */
function rootLogger(p: Processor): number {
  if (p.word(MACHINE.rootLogger) === UNBOUND) {
    p.memory.write(MACHINE.rootLogger, fromAddress(make(p, 'root', LEVELS.WARNING)))
  }
  return addressOf(p.word(MACHINE.rootLogger))
}

function within<T>(p: Processor, run: () => T): T {
  p.kernel.enter()
  try {
    return run()
  } finally {
    p.kernel.leave()
  }
}

const nameOf = (memory: Memory, logger: number): string =>
  textOf(memory, memory.word(logger + NAME))

function find(memory: Memory, name: string): number | undefined {
  let at = memory.word(MACHINE.rootLogger)
  while (at !== UNBOUND && nameOf(memory, addressOf(at)) !== name) {
    at = memory.word(addressOf(at) + NEXT_LOGGER)
  }
  return at === UNBOUND ? undefined : addressOf(at)
}

/** `logging.getLogger(name=None)`: one logger for each name. */
function getLogger(p: Processor, args: readonly Value[], keywords: Keywords): Value {
  const [given = NONE] = bindParameters('getLogger', ['name?'], args, keywords)
  if (given !== NONE && p.objectOf(given, OBJECT.string) === 0) {
    throw new PythonError('TypeError', 'A logger name must be a string')
  }
  return within(p, () => {
    const root = rootLogger(p)
    if (given === NONE || !isTrue(p.objects, given)) return fromAddress(root)
    const name = textOf(p.memory, given)
    const known = find(p.memory, name)
    if (known !== undefined) return fromAddress(known)
    const logger = make(p, name, LEVELS.NOTSET)
    p.memory.write(logger + NEXT_LOGGER, p.word(root + NEXT_LOGGER))
    p.memory.write(root + NEXT_LOGGER, fromAddress(logger))
    return fromAddress(logger)
  })
}

function effectiveLevel(memory: Memory, logger: number): number {
  const own = memory.word(logger + LEVEL)
  if (own !== LEVELS.NOTSET) return own
  const parts = nameOf(memory, logger).split('.')
  for (let count = parts.length - 1; count > 0; count--) {
    const above = find(memory, parts.slice(0, count).join('.'))
    const level = above === undefined ? LEVELS.NOTSET : memory.word(above + LEVEL)
    if (level !== LEVELS.NOTSET) return level
  }
  return memory.word(addressOf(memory.word(MACHINE.rootLogger)) + LEVEL)
}

const CONFIGURATION = ['level?', 'format?', 'datefmt?', 'stream?', 'force?']

/** `logging.basicConfig(…)`: does nothing when there is a handler, unless it is told to. */
function basicConfig(p: Processor, keywords: Keywords): Value {
  const bound = bindParameters('basicConfig', CONFIGURATION, [], keywords)
  const [level = NONE, format = NONE, timeFormat = NONE, , force = NONE] = bound
  const number = level === NONE ? undefined : levelOf(p, level)
  return within(p, () => {
    const root = rootLogger(p)
    const isConfigured = p.word(root + FORMAT) !== UNBOUND
    if (isConfigured && !(force !== NONE && isTrue(p.objects, force))) return NONE
    const text = format === NONE ? fromText(p.objects, BASIC_FORMAT) : format
    p.memory.write(root + FORMAT, UNBOUND)
    requireFormat(p, text)
    p.memory.write(root + FORMAT, text)
    p.memory.write(root + TIME_FORMAT, timeFormat)
    traceOperation(p, EVENT.change, root, setLevel, UNBOUND)
    if (number !== undefined) p.memory.write(root + LEVEL, number)
    return NONE
  })
}

function requireFormat(p: Processor, format: Value): void {
  if (/%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]/i.test(textOf(p.memory, format)))
    return
  const message = `Invalid format '${textOf(p.memory, format)}' for '%' style`
  throw new PythonError('ValueError', message)
}

const INTERPOLATION = 5

/** The message: with arguments, what `%` makes of it; a single dict is named by its keys. */
function messageOf(p: Processor, message: Value, args: readonly Value[]): string {
  const text = fromText(p.objects, str(p.objects, message))
  const [first] = args
  if (first === undefined) return textOf(p.memory, text)
  const isNamed =
    args.length === 1 && p.objectOf(first, OBJECT.dict) !== 0 && isTrue(p.objects, first)
  const values = isNamed ? first : makeTuple(p.objects, args)
  return textOf(p.memory, binary(p.objects, INTERPOLATION, text, values))
}

function recordText(p: Processor, logger: number, level: number, message: string): string {
  const root = addressOf(p.word(MACHINE.rootLogger))
  const format = p.word(root + FORMAT)
  if (format === UNBOUND) return message
  const thread = addressOf(p.word(threadAddress(p.thread) + THREAD.object))
  const timeFormat = p.word(root + TIME_FORMAT)
  const now = p.kernel.now()
  const fields: Readonly<Record<string, Value>> = {
    message: fromText(p.objects, message),
    name: p.word(logger + NAME),
    levelname: fromText(p.objects, levelName(level)),
    levelno: fromSmallInteger(level),
    threadName: p.word(thread + 3),
    thread: fromSmallInteger(p.thread + 1),
    created: fromFloat(p.objects, now / 1e6),
    asctime: fromText(
      p.objects,
      timeText(now, timeFormat === NONE ? undefined : textOf(p.memory, timeFormat)),
    ),
  }
  const dict = makeDict(p.objects)
  for (const [name, value] of Object.entries(fields)) {
    dictSet(p.objects, dict, fromText(p.objects, name), value)
  }
  return textOf(p.memory, binary(p.objects, INTERPOLATION, format, dict))
}

/** What a function that logs is called with. */
interface Given {
  readonly args: readonly Value[]
  readonly options: Keywords
}

/** Options that change nothing of what is written here: formats name no further fields and no places in the source. */
const OPTIONS: ReadonlySet<string> = new Set(['exc_info', 'stack_info', 'stacklevel', 'extra'])
const TRACEBACKS: ReadonlySet<string> = new Set(['exc_info', 'stack_info'])

/** @throws PythonError TypeError, LimitError for a traceback, which the machine does not have */
function requireOptions(p: Processor, options: Keywords): void {
  for (const [name, value] of options) {
    if (!OPTIONS.has(name)) {
      const message = `Logger._log() got an unexpected keyword argument '${name}'`
      throw new PythonError('TypeError', message)
    }
    if (TRACEBACKS.has(name) && isTrue(p.objects, value)) throw unsupported('logging', `${name}=`)
  }
}

/** Writes a record, if its level is high enough. What cannot be formatted is not written; CPython tells on standard error. */
function log(p: Processor, logger: number, level: number, { args: given, options }: Given): Value {
  const [message = NONE, ...args] = given
  const root = addressOf(p.word(MACHINE.rootLogger))
  // Levels and the handler are the root's as far as steps are concerned: which logger gives the level may change.
  const least = within(p, () => {
    traceOperation(p, EVENT.look, root, { name: 'isEnabledFor' }, UNBOUND)
    const hasHandler = p.word(root + FORMAT) !== UNBOUND
    return Math.max(effectiveLevel(p.memory, logger), hasHandler ? 0 : LEVELS.WARNING)
  })
  if (level < least) return NONE
  requireOptions(p, options)
  try {
    write(p, `${recordText(p, logger, level, messageOf(p, message, args))}\n`)
  } catch (error) {
    if (!(error instanceof PythonError)) throw error
  }
  return NONE
}

const METHOD_LEVELS: Readonly<Record<string, number>> = {
  debug: LEVELS.DEBUG,
  info: LEVELS.INFO,
  warning: LEVELS.WARNING,
  error: LEVELS.ERROR,
  critical: LEVELS.CRITICAL,
}

/** @throws PythonError TypeError */
function readArguments(
  name: string,
  owner: string,
  args: readonly Value[],
  keywords: Keywords,
): Given {
  const parameters = name === 'log' ? ['level', 'msg'] : ['msg']
  const twice = parameters.slice(0, args.length).find((parameter) => keywords.has(parameter))
  if (twice !== undefined) {
    const message = `${owner}${name}() got multiple values for argument '${twice}'`
    throw new PythonError('TypeError', message)
  }
  const left = parameters.slice(args.length)
  const missing = left.filter((parameter) => !keywords.has(parameter)).map((one) => `'${one}'`)
  if (missing.length > 0) {
    const noun = missing.length === 1 ? 'argument' : 'arguments'
    const list = missing.join(' and ')
    const message = `missing ${String(missing.length)} required positional ${noun}: ${list}`
    throw new PythonError('TypeError', `${owner}${name}() ${message}`)
  }
  return {
    args: [...args, ...left.map((parameter) => keywords.get(parameter) ?? NONE)],
    options: new Map([...keywords].filter(([option]) => !parameters.includes(option))),
  }
}

/** A record of the level that `name` says; of `log`, the first argument. */
function record(p: Processor, logger: number, name: string, given: Given): Value {
  const level = METHOD_LEVELS[name]
  if (level !== undefined) return log(p, logger, level, given)
  const [first = NONE, ...args] = given.args
  return log(p, logger, levelOf(p, first), { ...given, args })
}

/** Names of the module's functions. */
const LOGGING_FUNCTIONS = [
  ...(['getLogger', 'basicConfig'] as const),
  ...(['debug', 'info', 'warning', 'error', 'critical', 'log'] as const),
] as const

type LoggingFunction = (typeof LOGGING_FUNCTIONS)[number]

export function isLoggingFunction(name: string): name is LoggingFunction {
  return LOGGING_FUNCTIONS.some((known) => known === name)
}

/** Calls a function of the module. What logs to the root makes a handler first if there is none. */
export function callLogging(
  p: Processor,
  name: LoggingFunction,
  args: readonly Value[],
  keywords: Keywords,
): Value {
  if (name === 'getLogger') return getLogger(p, args, keywords)
  if (name === 'basicConfig') return basicConfig(p, keywords)
  const root = within(p, () => rootLogger(p))
  const given = readArguments(name, '', args, keywords)
  basicConfig(p, new Map())
  return record(p, root, name, given)
}

const logging = (name: string): Delegate => ({
  name,
  call(p, object, args, keywords) {
    return record(p, object, name, readArguments(name, 'Logger.', args, keywords))
  },
})

const setLevel: Delegate = {
  name: 'setLevel',
  call(p, object, args, keywords) {
    const [level = NONE] = bindParameters('Logger.setLevel', ['level'], args, keywords)
    const number = levelOf(p, level)
    within(p, () => {
      p.memory.write(object + LEVEL, number)
      const root = addressOf(p.word(MACHINE.rootLogger))
      traceOperation(p, EVENT.change, root, setLevel, UNBOUND)
    })
    return NONE
  },
}

function looking(
  name: string,
  parameters: readonly string[],
  answer: (p: Processor, logger: number, args: readonly (Value | undefined)[]) => Value,
): Delegate {
  return {
    name,
    call(p, object, args, keywords) {
      const bound = bindParameters(`Logger.${name}`, parameters, args, keywords)
      return within(p, () => {
        const root = addressOf(p.word(MACHINE.rootLogger))
        traceOperation(p, EVENT.look, root, { name }, UNBOUND)
        return answer(p, object, bound)
      })
    },
  }
}

export const logger: PrimitiveType = {
  words: WORDS,
  make: notMade,
  methods: [
    ...[...Object.keys(METHOD_LEVELS), 'log'].map(logging),
    setLevel,
    looking('getEffectiveLevel', [], (p, object) =>
      fromSmallInteger(effectiveLevel(p.memory, object)),
    ),
    looking('isEnabledFor', ['level'], (p, object, [level = NONE]) =>
      fromBoolean(levelOf(p, level) >= effectiveLevel(p.memory, object)),
    ),
  ],
  text({ memory }, object) {
    const name = nameOf(memory, object)
    const type = fromAddress(object) === memory.word(MACHINE.rootLogger) ? 'RootLogger' : 'Logger'
    return `<${type} ${name} (${levelName(effectiveLevel(memory, object))})>`
  },
  attribute(p, object, name) {
    if (name === 'name') return p.word(object + NAME)
    return name === 'level' ? fromSmallInteger(p.word(object + LEVEL)) : undefined
  },
}
