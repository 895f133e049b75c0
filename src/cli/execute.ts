/** Carries out runs for the commands: simulated here, live on workers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { failure, success, type Result } from '../base'
import { Outcome } from '../contract'
import type { Program } from '../engine/bytecode'
import {
  decodeSchedule,
  followLive,
  heedsSeed,
  replayScheduler,
  schedulerNamed,
  simulate,
  type Schedule,
  type Scheduler,
} from '../engine/schedule'
import { createLiveRunner } from '../host'
import type { Options } from './options'
import type { Refusal } from './program'
import type { RunReport } from './report'

/** The scheduler that the options ask for. */
function schedulerOf(options: Options): Result<Scheduler, Refusal> {
  if (options.schedule !== undefined) return recorded(options.schedule)
  return success(schedulerNamed(options.scheduler, options.seed))
}

function recorded(file: string): Result<Scheduler, Refusal> {
  const refuse = (reason: string): Result<Scheduler, Refusal> =>
    failure({ kind: 'file', key: 'badSchedule', params: { file, reason } })
  try {
    const decoded = decodeSchedule(JSON.parse(readFileSync(file, 'utf8')))
    return decoded.ok ? success(replayScheduler(decoded.value)) : refuse(decoded.error)
  } catch (error) {
    return refuse(error instanceof Error ? error.message : '')
  }
}

/** Writes the schedule of a run, for `run --schedule` to replay. */
export function writeSchedule(
  file: string | undefined,
  schedule: Schedule,
): Result<undefined, Refusal> {
  if (file === undefined) return success(undefined)
  try {
    writeFileSync(file, `${JSON.stringify(schedule)}\n`)
    return success(undefined)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    return failure({ kind: 'file', key: 'cannotWrite', params: { reason } })
  }
}

/** One simulated run. */
export function simulateOnce(program: Program, options: Options): Result<RunReport, Refusal> {
  const scheduler = schedulerOf(options)
  if (!scheduler.ok) return scheduler
  const startMs = performance.now()
  const result = simulate(program, scheduler.value, { seed: options.seed })
  const written = writeSchedule(options.saveSchedule, result.schedule)
  if (!written.ok) return written
  return success({
    outcome: Outcome.parse(result.outcome),
    output: result.output,
    trace: result.trace,
    events: result.trace.length,
    seconds: (performance.now() - startMs) / 1000,
    seed: options.schedule === undefined && heedsSeed(options.scheduler) ? options.seed : undefined,
    detectedAfterMs: undefined,
    rows: undefined,
    conformance: undefined,
  })
}

/** Whether run `index` is led through the model: each for the comparison, the last for its schedule. */
function isFollowed({ checksModel, saveSchedule, runs }: Options, index: number): boolean {
  return checksModel || (saveSchedule !== undefined && index === runs - 1)
}

export interface LiveReports {
  readonly reports: readonly RunReport[]
  readonly threadsLeft: number
}

/** `options.runs` live runs, one after another in one process; `onRun` hears of each as it ends. */
export async function runLive(
  program: Program,
  options: Options,
  workerFile: string,
  onRun: (report: RunReport) => void,
): Promise<LiveReports> {
  const runner = createLiveRunner(workerFile)
  const folder =
    options.keep === undefined ? mkdtempSync(join(tmpdir(), 'cerrojo-')) : resolve(options.keep)
  mkdirSync(folder, { recursive: true })
  const reports: RunReport[] = []
  try {
    for (let i = 0; i < options.runs; i++) {
      const result = await runner.run(program, { timeoutSeconds: options.timeout, folder })
      const report: RunReport = {
        ...result,
        outcome: Outcome.parse(result.outcome),
        events: result.trace.length,
        seed: undefined,
        conformance: isFollowed(options, i) ? followLive(program, result.trace) : undefined,
      }
      reports.push(report)
      onRun(report)
    }
    return { reports, threadsLeft: runner.threadsLeft }
  } finally {
    await runner.close()
    if (options.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
