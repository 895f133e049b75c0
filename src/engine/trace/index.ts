export { EXPORT_FORMATS, exportTrace, type ExportFormat } from './exports'
export { createTraceBuilder, type TraceBuilder, type TraceEvent } from './builder'
export { decodeTrace, encodeTrace, TRACE_FAULTS, TRACE_VERSION, type TraceFault } from './codec'
export {
  EVENT,
  KIND_NAMES,
  NO_INDEX,
  type EventCode,
  type EventKind,
  type Place,
  type Trace,
  type TraceOrigin,
  type TraceThread,
} from './trace'
export {
  LIMIT_CODES,
  type CycleEntry,
  type LimitCode,
  type Outcome,
  type OutcomeKind,
  type SourceLocation,
  type ThreadPosition,
} from './outcome'
export { orderingOf, type Ordering } from './ordering'
