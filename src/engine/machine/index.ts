export {
  MACHINE,
  MAXIMUM_THREADS,
  OBJECT,
  THREAD,
  THREAD_STATUS,
  threadAddress,
  WAIT,
  type ObjectKind,
} from './layout'
export { DEFAULT_LIMITS, LimitError, type Limits } from './limits'
export { allocateInArena, type Memory } from './memory'
export { EVENT_WORDS, packEvent, type Recorder } from './recorder'
