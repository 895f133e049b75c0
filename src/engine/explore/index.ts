export { assist } from './assist'
export { Exploration, explore, EXPLORED_LIMITS, type ExplorationOptions } from './exploration'
export {
  CONDITIONS,
  VIOLATION_KINDS,
  type Bound,
  type Condition,
  type ConditionReach,
  type Decision,
  type DecisionSide,
  type ExplorationProgress,
  type ExplorationResult,
  type GraphEdge,
  type GraphState,
  type OutcomeCount,
  type Race,
  type RaceSide,
  type SearchSize,
  type StateGraph,
  type Violation,
  type ViolationKind,
} from './result'
export type { Finds } from './member'
export type { Assignment, Assistant, Channel, Crew, Handed } from './team'
