export { assert, assertNever, BugError, present } from './assert'
export { grown } from './grown'
export { groupBy } from './groupBy'
export { createLineIndex, lastAtMost, type LineColumn, type LineIndex } from './lineIndex'
export {
  isPrimitiveOf,
  PRIMITIVES,
  primitivesOf,
  type PrimitiveEntry,
  type PrimitiveName,
} from './primitives'
export { createPrng, type Prng } from './prng'
export { remembered } from './remembered'
export { failure, success, type Result } from './result'
