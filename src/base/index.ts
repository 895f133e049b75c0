export { assert, assertNever, BugError, present } from './assert'
export { createPrng, type Prng } from './prng'
export { failure, success, type Result } from './result'
