/** What `object` and `BaseException` define, as `super()` and explicit calls reach it: the defaults of every class. */
import { EXCEPTION } from '../layout'
import { PythonError } from '../pythonError'
import { addressOf, NONE, TRUE, type Value } from '../value'
import { fromNumber } from './integer'
import { methodsOf, type Method } from './method'
import { KIND, kindOf, setField, type Objects } from './object'
import { defaultRepr, exceptionText, repr, str } from './representation'
import { ANY_KEYWORD } from './signature'
import { fromText, textOf } from './string'
import { makeTuple } from './tuple'
import { typeName } from './typeName'

function initialise(_objects: Objects, _self: Value, args: readonly Value[]): Value {
  if (args.length === 0) return NONE
  const message = 'object.__init__() takes exactly one argument (the instance to initialize)'
  throw new PythonError('TypeError', message)
}

const initialiseException: Method['call'] = (objects, self, args, keywords) => {
  if (keywords.size > 0) {
    const message = `${typeName(objects, self)}() takes no keyword arguments`
    throw new PythonError('TypeError', message)
  }
  setField(objects.memory, self, EXCEPTION.args, makeTuple(objects, args))
  return NONE
}

/** `object.__str__`: what `repr` says, which the class may decide. */
function defaultStr(objects: Objects, self: Value): string {
  return kindOf(objects.memory, self) === KIND.exception ? str(objects, self) : repr(objects, self)
}

function textual(text: (objects: Objects, self: Value) => string): Method['call'] {
  return (objects, self) => fromText(objects, text(objects, self))
}

/** Leaves the comparison to the other operand. */
const notImplemented: Method['call'] = ({ names }) => names.builtinValue('NotImplemented')

const identity: Method['call'] = ({ names }, self, [other]) =>
  self === other ? TRUE : names.builtinValue('NotImplemented')

const formatted: Method['call'] = (objects, self, [specification = NONE]) => {
  const { memory } = objects
  if (kindOf(memory, specification) !== KIND.string) {
    const type = typeName(objects, specification)
    throw new PythonError('TypeError', `__format__() argument must be str, not ${type}`)
  }
  if (textOf(memory, specification) === '') return fromText(objects, str(objects, self))
  const message = `unsupported format string passed to ${typeName(objects, self)}.__format__`
  throw new PythonError('TypeError', message)
}

export const OBJECT_METHODS: readonly Method[] = methodsOf('object', [
  ['__eq__', 1, 1, identity],
  ['__lt__', 1, 1, notImplemented],
  ['__le__', 1, 1, notImplemented],
  ['__gt__', 1, 1, notImplemented],
  ['__ge__', 1, 1, notImplemented],
  ['__hash__', 0, 0, (objects, self) => fromNumber(objects, addressOf(self))],
  ['__format__', 1, 1, formatted],
  ['__init__', 0, Infinity, initialise],
  ['__str__', 0, 0, textual(defaultStr)],
  ['__repr__', 0, 0, textual(defaultRepr)],
])

export const EXCEPTION_METHODS: readonly Method[] = methodsOf('BaseException', [
  ['__init__', 0, Infinity, initialiseException, { options: [ANY_KEYWORD], writes: true }],
  ['__str__', 0, 0, textual(exceptionText)],
])
