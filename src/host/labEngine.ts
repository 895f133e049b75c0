/** The engine as the lab uses it: compiles a program and runs it, simulated in slices on this thread or live on workers. */
import {
  ChargingPointRow,
  Outcome,
  type Diagnostic,
  type NextOperation,
  type ProgramInput,
  type RunOptions,
  type ScheduleChoice,
} from '../contract'
import { compile, type Program } from '../engine/bytecode'
import { parse } from '../engine/language'
import {
  heedsSeed,
  replayScheduler,
  schedulerNamed,
  Simulation,
  toScheduleChoice,
} from '../engine/schedule'
import { encodeTrace, type Trace } from '../engine/trace'
import { LiveExecutor, type LiveResult } from '../live'
import { createExplorer } from './explorer'
import type {
  Engine,
  EngineExplorationStart,
  EngineResult,
  EngineRun,
  EngineStanding,
  EngineStart,
  RunProgress,
} from './engine'

/** Steps between two looks at the rest of the world. */
const SLICE_STEPS = 5_000
/** Milliseconds between two reports of progress. */
const PROGRESS_MS = 100
/** Workers kept ready: enough for the classroom scenarios, started in the background. */
const WARM_WORKERS = 4

export type Compilation =
  | { readonly kind: 'compiled'; readonly program: Program }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/** Source to program, or why not. */
export function compileSource(source: string): Compilation {
  const reading = parse(source)
  if (reading.kind === 'refused') {
    return { kind: 'refused', diagnostics: reading.diagnostics.map((d) => ({ ...d })) }
  }
  return { kind: 'compiled', program: compile(reading.module, source) }
}

interface Finished {
  readonly outcome: unknown
  readonly output: string
  readonly trace: Trace
}

function toResult(finished: Finished, seconds: number, live: LiveResult | undefined): EngineResult {
  return {
    outcome: Outcome.parse(finished.outcome),
    output: finished.output,
    trace: encodeTrace(finished.trace),
    events: finished.trace.length,
    seconds,
    detectedAfterMs: live?.detectedAfterMs,
    rows: live?.rows === undefined ? undefined : ChargingPointRow.array().parse(live.rows),
  }
}

/** Reports to at most one listener. */
class Progress {
  private listener: ((progress: RunProgress) => void) | undefined
  private readonly startMs = performance.now()

  get seconds(): number {
    return (performance.now() - this.startMs) / 1000
  }

  listen(listener: (progress: RunProgress) => void): void {
    this.listener = listener
  }

  report(events: number): void {
    this.listener?.({ events, seconds: this.seconds })
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function startSimulation(
  program: Program,
  options: RunOptions & { readonly mode: 'simulate' },
): EngineRun {
  const progress = new Progress()
  let isStopped = false
  const run = async (): Promise<EngineResult> => {
    const seed = heedsSeed(options.scheduler) ? options.seed : 0
    const simulation = new Simulation(program, { canGoBack: false, seed })
    const scheduler = schedulerNamed(options.scheduler, seed)
    let reportedAt = 0
    await nextTurn()
    while (!isStopped && !simulation.run(scheduler, SLICE_STEPS)) {
      if (progress.seconds - reportedAt > PROGRESS_MS / 1000) {
        reportedAt = progress.seconds
        progress.report(simulation.machine.events.length)
      }
      await nextTurn()
    }
    return toResult(simulation.result(), progress.seconds, undefined)
  }
  return {
    finished: run(),
    stop: () => (isStopped = true),
    onProgress: (listener) => progress.listen(listener),
  }
}

function nextOperations({ machine }: Simulation): NextOperation[] {
  return Array.from({ length: machine.threadCount }, (_, thread) => thread)
    .filter((thread) => machine.isUnfinished(thread))
    .map((thread) => ({ thread, line: machine.nextLine(thread) }))
}

/** A simulated run that takes the given choices and stops. */
function follow(program: Program, choices: readonly ScheduleChoice[]): EngineStanding {
  const simulation = new Simulation(program, { canGoBack: false })
  simulation.run(replayScheduler({ format: 'cerrojo-schedule', version: 1, choices }))
  const { outcome, output, trace, schedule } = simulation.result()
  return {
    kind: 'standing',
    followed: schedule.choices.length,
    offered: simulation.choices().map(toScheduleChoice),
    next: nextOperations(simulation),
    outcome: simulation.outcome === undefined ? undefined : Outcome.parse(outcome),
    output,
    trace: encodeTrace(trace),
  }
}

/** Starts live runs one after another: each waits until `ready`, or until the one before it is over. */
function liveRuns(executor: LiveExecutor, ready: Promise<unknown>) {
  let last = ready
  // A pool that cannot start shows in the first live run, with its cause.
  last.catch(() => undefined)
  return (
    program: Program,
    options: RunOptions & { readonly mode: 'live' },
    folder: string,
  ): EngineRun => {
    const progress = new Progress()
    let stop = (): void => undefined
    let isStopped = false
    const run = async (): Promise<EngineResult> => {
      await last.catch(() => undefined)
      const live = executor.start(program, { timeoutSeconds: options.timeout, folder })
      stop = () => live.stop()
      if (isStopped) stop()
      const timer = setInterval(() => progress.report(live.eventCount()), PROGRESS_MS)
      try {
        const result = await live.finished
        return toResult(result, result.seconds, result)
      } finally {
        clearInterval(timer)
      }
    }
    const finished = run()
    last = finished
    return {
      finished,
      stop() {
        isStopped = true
        stop()
      },
      onProgress: (listener) => progress.listen(listener),
    }
  }
}

export interface LabEngineOptions {
  /** Workers started ahead of need. */
  readonly warmWorkers?: number | undefined
}

export interface WorkerFiles {
  /** The bundled `src/live/live.worker.ts`. */
  readonly live: string
  /** The bundled `src/host/explore.worker.ts`. */
  readonly explore: string | URL
}

/** The engine on its workers; none is started for an exploration before the first one. */
export function createEngine(
  workerFiles: WorkerFiles,
  { warmWorkers = WARM_WORKERS }: LabEngineOptions = {},
): Engine {
  const executor = new LiveExecutor(workerFiles.live)
  const explorer = createExplorer(workerFiles.explore)
  const startLive = liveRuns(executor, executor.warm(warmWorkers))

  return {
    start(input: ProgramInput, options: RunOptions, folder: string): EngineStart {
      const compilation = compileSource(input.source)
      if (compilation.kind === 'refused') return compilation
      const { program } = compilation
      const run =
        options.mode === 'simulate'
          ? startSimulation(program, options)
          : startLive(program, options, folder)
      return { kind: 'started', run }
    },
    follow(input, choices) {
      const compilation = compileSource(input.source)
      return compilation.kind === 'refused' ? compilation : follow(compilation.program, choices)
    },
    explore({ source }, options): EngineExplorationStart {
      const compilation = compileSource(source)
      if (compilation.kind === 'refused') return compilation
      return { kind: 'started', exploration: explorer.start(compilation.program, options) }
    },
    async close() {
      await Promise.all([executor.close(), explorer.close()])
    },
  }
}
