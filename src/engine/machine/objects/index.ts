/**
 * Python's values in the words of a memory. Functions that only read words take the memory; those that allocate, or need
 * the names of classes and functions, take `Objects`. Every error of a program is thrown as a PythonError.
 */
export { BUILTIN_FUNCTIONS, isCallable, RESTORE, type BuiltinFunction } from './builtinFunctions'
export {
  buildDict,
  dictDelete,
  dictEntries,
  dictGet,
  dictLength,
  dictMerge,
  dictSet,
  makeDict,
} from './dict'
export { factoryOf, isDefaultDict, makeDefaultDict } from './defaultDict'
export { counterOf } from './counterMethods'
export { dequeBound, makeDeque } from './deque'
export { updateDict } from './dictMethods'
export { attributeOf, hasAttribute } from './attributeValues'
export { equals } from './equality'
export { exceptionArguments, isSubclass, makeException, raisedException } from './exceptions'
export {
  asDouble,
  compose,
  decompose,
  fromFloat,
  isFloat,
  isNumber,
  toDouble,
  toFloat,
  toSeconds,
} from './float'
export { requireFinite } from './floatArithmetic'
export { functionName, giveNames, plainName } from './functionName'
export { hashOf } from './hash'
export {
  fromBigInt,
  fromNumber,
  isInteger,
  requireBits,
  requireInteger,
  toBigInt,
  toIndex,
} from './integer'
export { contains, deleteItem, lengthOf, loadItem, loadSlice, slotOfItem, storeItem } from './items'
export { ITERATOR_FIELD, VARIETY } from './iteratorVariety'
export { RANGE_FIELD } from './range'
export { getIterator, itemsOf, iteratorSource, nextItem, unpack, unpackItems } from './iterator'
export type { BinaryOperator } from './integerArithmetic'
export { keyNumber } from './keyEquality'
export { needsRoutine } from './listMethods'
export { isTimer, TIMER_TARGET } from './timer'
export { append, extend, listItem, listItems, listLength, makeList } from './list'
export type { Method, MethodType } from './method'
export {
  fieldPosition,
  makeNamedTuple,
  makeNamedTupleType,
  namedTupleName,
  typeOfNamedTuple,
} from './namedTuple'
export { callNamedTupleType, namedTupleAttribute } from './namedTupleMethods'
export { methodIndex, METHODS, typeMethodIndex } from './methods'
export {
  fieldOf,
  isShared,
  KIND,
  kindOf,
  markShared,
  setField,
  sizeAt,
  type Kind,
  type Names,
  type Objects,
  type OwnOperators,
  type RichOperator,
} from './object'
export { toInteger } from './numberFunctions'
export { add, binary, inPlace, unary } from './operators'
export { compare } from './comparison'
export { isLess } from './ordering'
export { argumentsOf, makePartial, partialParts } from './partial'
export { finitePower } from './power'
export { exceptionText, fullTypeName, repr, str } from './representation'
export { buildConstantSet, buildFrozenSet, buildSet, setAdd } from './set'
export { setItems, setLength } from './setTable'
export { bindPython, type PythonSignature } from './pythonSignature'
export { ANY_KEYWORD, bindPositional, type Keywords, type Signature } from './signature'
export { updateSet } from './setOperations'
export { makeSlice } from './slice'
export { encodeText } from './bytes'
export { codePointsOf, concatenate, fromBytes, fromText, isBytes, isString, textOf } from './string'
export { CONVERSION, format, formatValue } from './stringFormat'
export { isTrue } from './truth'
export { makeTuple, tupleItems } from './tuple'
export { classNameOf, isTypeName, typeName, UNNAMED_TYPES } from './typeName'
export { requireSupported, unsupported } from './unsupportedAttributes'
