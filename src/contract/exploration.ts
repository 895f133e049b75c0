import { z } from 'zod'
import { Location, Outcome, ScheduleChoice } from './run'

/** Fewest and most states that a window may ask a host to see. */
export const STATE_BOUNDS = { least: 100, most: 20_000_000 } as const

export const ExplorationOptions = z.strictObject({
  /** The search ends as inconclusive when it has seen this many states. */
  states: z.number().int().min(STATE_BOUNDS.least).max(STATE_BOUNDS.most),
})
export type ExplorationOptions = z.infer<typeof ExplorationOptions>

/** How far an exploration is. Mirrors the engine's ExplorationProgress, and the host's clock. */
export const ExplorationProgress = z.strictObject({
  /** `verdict`: the search that decides; `outcomes`: the one that counts every ending; `loops`: for runs without end. */
  phase: z.enum(['verdict', 'outcomes', 'loops']),
  states: z.number().int(),
  /** States found and not yet expanded. */
  frontier: z.number().int(),
  transitions: z.number().int(),
  bytes: z.number(),
  violations: z.number().int(),
  /** Wall-clock seconds since the start. */
  seconds: z.number(),
})
export type ExplorationProgress = z.infer<typeof ExplorationProgress>

const Schedule = z.strictObject({
  format: z.literal('cerrojo-schedule'),
  version: z.literal(1),
  choices: z.array(ScheduleChoice),
})

export const EXPLORED_KINDS = [
  'deadlock',
  'stuck',
  'assertion',
  'exception',
  'livelock',
  'starvation',
] as const
export type ExploredKind = (typeof EXPLORED_KINDS)[number]

const DecisionSide = z.strictObject({ thread: z.string(), line: z.number().int() })

/** Where a violation and an interleaving that ends well part. */
export const Decision = z.strictObject({
  choices: z.number().int(),
  operations: z.number().int(),
  bad: DecisionSide,
  good: DecisionSide,
  schedule: Schedule,
  steps: z.array(z.string()),
})
export type Decision = z.infer<typeof Decision>

export const Violation = z.strictObject({
  kind: z.enum(EXPLORED_KINDS),
  outcome: Outcome,
  threads: z.array(z.string()),
  location: Location.optional(),
  schedule: Schedule,
  steps: z.array(z.string()),
  length: z.number().int(),
  switches: z.number().int(),
  isShortest: z.boolean(),
  decision: Decision.optional(),
  loop: Schedule.optional(),
  loopSteps: z.array(z.string()).optional(),
})
export type Violation = z.infer<typeof Violation>

const RaceSide = z.strictObject({
  thread: z.string(),
  line: z.number().int(),
  isWrite: z.boolean(),
  holds: z.array(z.string()),
  stack: z.array(z.string()),
})

/** A race that some interleaving shows. */
export const PossibleRace = z.strictObject({
  variable: z.string(),
  first: RaceSide,
  second: RaceSide,
})
export type PossibleRace = z.infer<typeof PossibleRace>

const SearchSize = z.strictObject({
  states: z.number().int(),
  transitions: z.number().int(),
  isComplete: z.boolean(),
})

const ConditionReach = z.strictObject({
  states: z.number().int(),
  witness: Schedule.optional(),
})
export type ConditionReach = z.infer<typeof ConditionReach>

/** Drawn by the window where it is small. */
export const StateGraph = z.strictObject({
  states: z.array(
    z.strictObject({
      end: z.enum(['none', 'finished', ...EXPLORED_KINDS]),
      depth: z.number().int(),
    }),
  ),
  edges: z.array(
    z.strictObject({ from: z.number().int(), to: z.number().int(), thread: z.string() }),
  ),
})
export type StateGraph = z.infer<typeof StateGraph>

/**
 * What an exploration of all interleavings answers. Mirrors the engine's ExplorationResult, which says what each part
 * means. `safe` is said of complete searches only; a bound makes it `inconclusive`, never «no errors».
 */
export const ExplorationResult = z.strictObject({
  verdict: z.enum(['safe', 'violation', 'inconclusive']),
  isComplete: z.boolean(),
  /** A name of the engine's `Bound`. */
  bound: z.string().optional(),
  undecided: z.array(z.enum(EXPLORED_KINDS)),
  violations: z.array(Violation),
  races: z.array(PossibleRace),
  outcomes: z
    .array(z.strictObject({ output: z.string(), interleavings: z.string().optional() }))
    .optional(),
  interleavings: z.string().optional(),
  size: SearchSize,
  unreduced: SearchSize.optional(),
  conditions: z
    .strictObject({
      mutualExclusion: ConditionReach,
      holdAndWait: ConditionReach,
      noPreemption: ConditionReach,
      circularWait: ConditionReach,
    })
    .optional(),
  lockOrder: z.array(z.tuple([z.string(), z.string()])),
  graph: StateGraph.optional(),
  sampled: z.array(z.string()),
  collisionProbability: z.number(),
})
export type ExplorationResult = z.infer<typeof ExplorationResult>
