import { z } from 'zod'

/** Longest program accepted, in UTF-16 code units. */
export const MAXIMUM_SOURCE = 200_000

export const ProgramInput = z.strictObject({
  source: z.string().max(MAXIMUM_SOURCE),
  /** Shown as the file name in messages. */
  name: z.string().min(1).max(200),
  /** Where it comes from, when it is an unchanged variant of a scenario. */
  scenario: z.strictObject({ slug: z.string(), variant: z.string() }).optional(),
})
export type ProgramInput = z.infer<typeof ProgramInput>

export const SCHEDULERS = ['random', 'pct', 'round-robin'] as const

export const RunOptions = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('simulate'),
    scheduler: z.enum(SCHEDULERS),
    /** 0…2^31-1 */
    seed: z.number().int().min(0).max(0x7fffffff),
  }),
  z.strictObject({
    mode: z.literal('live'),
    /** Seconds until the run is ended as `timeout`, which proves nothing. */
    timeout: z.number().min(0.1).max(600),
  }),
])
export type RunOptions = z.infer<typeof RunOptions>

/** 1-based. */
export const Location = z.strictObject({ line: z.number().int(), column: z.number().int() })
const CycleEntry = z.strictObject({
  thread: z.string(),
  holds: z.array(z.string()),
  waitsFor: z.string(),
})

/** Longest schedule that a window may ask a host to follow, in steps. */
export const MAXIMUM_SCHEDULE = 5_000

const ThreadNumber = z.number().int().min(0).max(255)

/** One step of a schedule: the thread that goes on, or whose timed wait runs out. */
export const ScheduleChoice = z.union([ThreadNumber, z.strictObject({ timeout: ThreadNumber })])
export type ScheduleChoice = z.infer<typeof ScheduleChoice>

/** Where a thread stands that has not ended: the line (1-based) of what it does next. */
export const NextOperation = z.strictObject({ thread: ThreadNumber, line: z.number().int() })
export type NextOperation = z.infer<typeof NextOperation>

/** Mirrors the engine's Outcome; a test holds the two together. */
export const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('finished') }),
  z.strictObject({ kind: z.literal('deadlock'), cycle: z.array(CycleEntry) }),
  z.strictObject({ kind: z.literal('stuck'), waiting: z.array(CycleEntry) }),
  z.strictObject({
    kind: z.literal('assertion'),
    thread: z.string(),
    message: z.string(),
    location: Location,
  }),
  z.strictObject({
    kind: z.literal('exception'),
    thread: z.string(),
    message: z.string(),
    location: Location,
  }),
  z.strictObject({
    kind: z.literal('timeout'),
    seconds: z.number(),
    at: z.array(z.strictObject({ thread: z.string(), location: Location })).optional(),
  }),
  z.strictObject({ kind: z.literal('stopped') }),
  z.strictObject({
    kind: z.literal('limit'),
    code: z.enum([
      'steps',
      'silentLoop',
      'heap',
      'depth',
      'output',
      'threads',
      'events',
      'complexNumber',
      'unsupportedMethod',
      'invariantEffect',
    ]),
    limit: z.number(),
    name: z.string().optional(),
    location: Location.optional(),
  }),
])
export type Outcome = z.infer<typeof Outcome>

export const Diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  from: z.number().int(),
  to: z.number().int(),
  line: z.number().int(),
  column: z.number().int(),
  params: z.record(z.string(), z.string()),
})
export type Diagnostic = z.infer<typeof Diagnostic>

/** One row of the real `charging_points` table after a live run. */
export const ChargingPointRow = z.strictObject({
  id: z.number().int(),
  status: z.string(),
  driver_id: z.string().nullable(),
  kwh: z.number(),
})
export type ChargingPointRow = z.infer<typeof ChargingPointRow>

/** Everything about a run but its trace; one row of the list of saved runs. */
export const RunRecord = z.strictObject({
  id: z.string().min(1).max(40),
  program: ProgramInput,
  options: RunOptions,
  outcome: Outcome,
  /** What the program printed. */
  output: z.string(),
  events: z.number().int(),
  /** Wall-clock seconds. */
  seconds: z.number(),
  /** Live deadlocks: milliseconds from the blocking call to the host knowing. */
  detectedAfterMs: z.number().optional(),
  /** Rows of the real database file, when the program used one live. */
  rows: z.array(ChargingPointRow).optional(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
})
export type RunRecord = z.infer<typeof RunRecord>

/** RunRecord without its (long) source and output, for lists. */
export const RunSummary = RunRecord.pick({
  id: true,
  options: true,
  outcome: true,
  events: true,
  seconds: true,
  startedAt: true,
}).extend({ name: z.string(), scenario: ProgramInput.shape.scenario })
export type RunSummary = z.infer<typeof RunSummary>
