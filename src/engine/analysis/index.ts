export {
  analyseCoffman,
  CONDITIONS,
  type BrokenCondition,
  type CoffmanQuestion,
  type CoffmanReport,
  type Condition,
  type ConditionReport,
  type DynamicEvidence,
  type StaticEvidence,
} from './coffman'
export {
  domainAt,
  type DomainInput,
  type DomainMoment,
  type FieldMoment,
  type InvariantMoment,
} from './domain'
export {
  createHistory,
  type HeldLock,
  type History,
  type LockMoment,
  type Moment,
  type ThreadActivity,
  type ThreadMoment,
  type ValueMoment,
} from './history'
export { lockOrderGraph, type LockOrderEdge, type LockOrderGraph } from './lockOrderGraph'
export { LOG_MESSAGES, LOG_PARAMETERS, logOf, type LogEntry, type LogMessage } from './log'
export { measure, type LockMetrics, type Metrics, type ThreadMetrics } from './metrics'
export { racesOf, type Race, type RaceAccess } from './races'
export {
  resourceAllocationGraph,
  type ResourceAllocationGraph,
  type ResourceEdge,
  type ResourceNode,
} from './resourceAllocationGraph'
export {
  analyseSharing,
  type AcquisitionSite,
  type Guard,
  type GuardStatus,
  type OrderEdge,
  type OrderSite,
  type OrderVerdict,
  type SharedAccess,
  type SharedPlace,
  type SharingReport,
  type StaticLock,
  type StaticOrder,
  type StaticThread,
} from './sharing'
export { INTERVAL, layoutTimeline, type IntervalCode, type Lane, type Timeline } from './timeline'
export { waitForGraph, type WaitForEdge, type WaitForGraph, type WaitForNode } from './waitForGraph'
