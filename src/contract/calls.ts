import { z } from 'zod'
import { ExplorationOptions, ExplorationProgress, ExplorationResult } from './exploration'
import {
  Diagnostic,
  MAXIMUM_SCHEDULE,
  NextOperation,
  Outcome,
  ProgramInput,
  RunOptions,
  RunRecord,
  RunSummary,
  ScheduleChoice,
} from './run'
import { Scenario } from './scenario'

/** Raised with any change that an older window or host would misread. */
export const CONTRACT_VERSION = 1

/** Longest message accepted by a host, in bytes. */
export const MAXIMUM_MESSAGE = 8 * 2 ** 20

const RunId = z.strictObject({ id: z.string().min(1).max(40) })
const Nothing = z.strictObject({})
/** An encoded trace. */
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

export const Settings = z.strictObject({
  locale: z.enum(['es', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds; the timeout proposed for live runs. */
  timeout: z.number().min(0.1).max(600),
})
export type Settings = z.infer<typeof Settings>

/**
 * `damagedDatabaseKept`: the database could not be read, is kept beside a new one under another name.
 * `newerDatabase`: a newer Cerrojo wrote it; it is untouched and runs are kept in memory.
 * `readOnlyFolder`: the data folder cannot be written; runs are kept in memory.
 */
export const Notice = z.enum(['damagedDatabaseKept', 'newerDatabase', 'readOnlyFolder'])
export type Notice = z.infer<typeof Notice>

/**
 * What a window may ask of a host. Every payload and every answer is parsed by these schemas on arrival. Long work is
 * `start → progress events → finished event`, with a run id.
 */
export const CALLS = {
  'host.about': {
    input: Nothing,
    output: z.strictObject({
      contract: z.number().int(),
      version: z.string(),
      kind: z.enum(['electron', 'server']),
      /** False when the data folder cannot be written: runs are kept in memory only. */
      isPersistent: z.boolean(),
      dataFolder: z.string(),
      /** What happened to the saved work when the host opened its data folder; absent when all is well. */
      notice: Notice.optional(),
    }),
  },
  'scenarios.list': { input: Nothing, output: z.array(Scenario) },
  /** Compiles and starts; diagnostics instead of a run when the program is refused. */
  'run.start': {
    input: z.strictObject({ program: ProgramInput, options: RunOptions }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('started'), id: z.string() }),
      z.strictObject({ kind: z.literal('refused'), diagnostics: z.array(Diagnostic) }),
    ]),
  },
  /** Asks a run to end; its `finished` event follows. A run already over is no error. */
  'run.stop': { input: RunId, output: Nothing },
  /**
   * Where a program stands after the choices of a schedule, from the beginning. Stepping by hand is this call with one
   * choice more, stepping back with one less: the host keeps nothing. `followed` is less than the choices given where
   * one was not possible; `offered` are the choices possible now, none once the run is over. `next` says for each
   * thread that has not ended on which line its next operation stands, possible or not.
   */
  'schedule.follow': {
    input: z.strictObject({
      program: ProgramInput,
      choices: z.array(ScheduleChoice).max(MAXIMUM_SCHEDULE),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('standing'),
        followed: z.number().int(),
        offered: z.array(ScheduleChoice),
        next: z.array(NextOperation),
        outcome: Outcome.optional(),
        output: z.string(),
        trace: Bytes,
      }),
      z.strictObject({ kind: z.literal('refused'), diagnostics: z.array(Diagnostic) }),
    ]),
  },
  /** Compiles and explores every interleaving; `exploring` events and one `explored` follow. Nothing is saved. */
  'explore.start': {
    input: z.strictObject({ program: ProgramInput, options: ExplorationOptions }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('started'), id: z.string() }),
      z.strictObject({ kind: z.literal('refused'), diagnostics: z.array(Diagnostic) }),
    ]),
  },
  /** Asks an exploration to end; its `explored` event follows, inconclusive. One already over is no error. */
  'explore.cancel': { input: RunId, output: Nothing },
  'runs.list': { input: Nothing, output: z.array(RunSummary) },
  /** The record and the encoded trace (engine's trace codec). */
  'runs.open': {
    input: RunId,
    output: z.strictObject({ record: RunRecord, trace: Bytes }),
  },
  'runs.delete': { input: RunId, output: Nothing },
  'settings.get': { input: Nothing, output: Settings },
  'settings.set': { input: Settings, output: Nothing },
} as const

export type CallName = keyof typeof CALLS
export type CallInput<K extends CallName> = z.infer<(typeof CALLS)[K]['input']>
export type CallOutput<K extends CallName> = z.infer<(typeof CALLS)[K]['output']>

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(CALLS, name)
}

/** What a host tells without being asked. */
export const HostEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('progress'),
    id: z.string(),
    events: z.number().int(),
    seconds: z.number(),
  }),
  /** The run is over and saved (or kept in memory); `trace` is the encoded trace. */
  z.strictObject({
    kind: z.literal('finished'),
    record: RunRecord,
    trace: Bytes,
  }),
  /** How far an exploration is, at least four times a second. */
  z.strictObject({
    kind: z.literal('exploring'),
    id: z.string(),
    progress: ExplorationProgress,
  }),
  /** The exploration is over. */
  z.strictObject({
    kind: z.literal('explored'),
    id: z.string(),
    result: ExplorationResult,
    /** Wall-clock seconds. */
    seconds: z.number(),
  }),
  /** The host failed; the run or exploration produced nothing. */
  z.strictObject({
    kind: z.literal('failed'),
    id: z.string(),
    code: z.string(),
    message: z.string(),
  }),
])
export type HostEvent = z.infer<typeof HostEvent>
/** Of an exploration that goes on or has ended; `failed` may be of a run as well. */
export type ExplorationEvent = Extract<HostEvent, { kind: 'exploring' | 'explored' | 'failed' }>
/** Of a run that goes on or has ended. */
export type RunEvent = Extract<HostEvent, { kind: 'progress' | 'finished' | 'failed' }>

/** Why a call was not carried out. `message` is for logs; windows show the text of `code`. */
export const CALL_ERRORS = [
  'unknownCall',
  'badPayload',
  'forbidden',
  'notFound',
  'busy',
  'storage',
  'internal',
  'disconnected',
] as const
export const CallFailure = z.strictObject({ code: z.enum(CALL_ERRORS), message: z.string() })
export type CallFailure = z.infer<typeof CallFailure>

export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: CallFailure }

/** What the preload exposes as `window.cerrojo`, and what the WebSocket transport implements. */
export interface Bridge {
  call(name: string, payload: unknown): Promise<CallResult>
  /** Returns the unsubscribe function. */
  onEvent(listener: (event: unknown) => void): () => void
}
