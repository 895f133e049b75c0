export { BUILTINS } from './builtins'
export { builtinNameOf, systemMethodNameOf, textOfString } from './inspect'
export { exceptionName } from './classes'
export { readTime } from './clock'
export { EventBuffer } from './eventBuffer'
export { Interpreter, type RunEnd } from './interpreter'
export { InvariantChecker, type BrokenInvariant } from './invariantChecker'
export { StopSignal, SUSPENDED, type DatabaseCall, type Kernel } from './kernel'
export { labelObjects, type Labels } from './labels'
export {
  DATABASE_ROWS,
  MACHINE,
  MAXIMUM_THREADS,
  OBJECT,
  SHARED,
  SIZE_SHIFT,
  CHUNK_WORDS,
  FRAME,
  FUNCTION_MASK,
  globalAddress,
  STACK_WORDS,
  THREAD,
  THREAD_STATUS,
  THREAD_WORDS,
  threadAddress,
  WAIT,
  type ObjectKind,
} from './layout'
export { Stepper, type GrowingMemory } from './stepper'
export { callText, FIRST_STATUS, rowsOf } from './databaseModel'
export { toDatabaseValue, toRowValue } from './databaseValues'
export { DEFAULT_LIMITS, LimitError, type Limits } from './limits'
export { fromText, textOf, type Objects } from './objects'
export { BEGIN } from './threads'
export { loadProgram, staticEnd } from './load'
export { heldBy, holderOf } from './lockWord'
export { Machine, type Choice, type MachineMark } from './machine'
export { allocateInArena, mix, TrailMemory, type Memory, type TrailMark } from './memory'
export { programNames } from './names'
export { NEXT, PRIMITIVE, rootOf, type Operation, type Request, type Stage } from './primitives'
export type { Processor } from './processor'
export { EXCEPTION_BASES, PythonError } from './pythonError'
export { EVENT_WORDS, packEvent, type RawTrace, type Recorder } from './recorder'
export { outputOf, sealTrace, threadNames, type SealOptions } from './seal'
export {
  anyCycle,
  entries,
  broken,
  failure,
  locationOf,
  positions,
  standstill,
  unfinishedThreads,
  waitCycle,
  type Standing,
} from './verdict'
export { FALSE, fromAddress, isPointer, NONE, TRUE } from './value'
