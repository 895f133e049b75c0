import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import {
  HostEvent,
  RunRecord,
  type CallOutput,
  type ProgramInput,
  type RunOptions,
} from '../contract'
import { failure, success, type Result } from '../base'
import { CallRefused, toCallFailure } from './callRefused'
import type { Engine, EngineResult, EngineRun } from './engine'
import type { RunFolders } from './runFolders'
import type { Runs } from './runs'

/** Runs that may go on at once: a live run has a real thread per Python thread. */
export const MAXIMUM_ACTIVE_RUNS = 8

/** Milliseconds that closing waits for stopped runs to be saved. */
const CLOSING_PATIENCE = 3000

export interface ActiveRuns {
  /** @throws CallRefused `busy`, or what the engine throws */
  start(program: ProgramInput, options: RunOptions): CallOutput<'run.start'>
  has(id: string): boolean
  /** A run already over is no error. */
  stop(id: string): void
  /** Stops all and waits until they are saved, within a bound. */
  close(): Promise<void>
}

export interface ActiveRunsOptions {
  readonly engine: Engine
  readonly runs: Pick<Runs, 'save'>
  readonly folders: RunFolders
  readonly emit: (event: HostEvent) => void
  readonly log: (message: string) => void
}

/** What a record says of a run before it is over. */
type Beginning = Pick<RunRecord, 'id' | 'program' | 'options' | 'startedAt'>
type Settled = Result<EngineResult, unknown>

type Keeping = Pick<ActiveRunsOptions, 'runs' | 'log'>

export function createActiveRuns({
  engine,
  runs,
  folders,
  emit,
  log,
}: ActiveRunsOptions): ActiveRuns {
  const active = new Map<string, { readonly run: EngineRun; readonly over: Promise<void> }>()

  function launch(id: string, program: ProgramInput, options: RunOptions): CallOutput<'run.start'> {
    if (options.mode === 'live') folders.create(id)
    const startedAt = Date.now()
    const started = engine.start(program, options, folders.pathOf(id))
    if (started.kind === 'refused') {
      folders.tidy(id)
      return { kind: 'refused', diagnostics: [...started.diagnostics] }
    }
    const { run } = started
    active.set(id, { run, over: follow(run, { id, program, options, startedAt }) })
    return { kind: 'started', id }
  }

  async function follow(run: EngineRun, what: Beginning): Promise<void> {
    // Seen to at once, so that an early failure is never an unhandled rejection.
    const settled = settle(run)
    // The answer to `run.start` leaves first: a window gets no event of a run whose id it does not know.
    await nextTurn()
    run.onProgress(({ events, seconds }) => {
      if (active.has(what.id)) emit({ kind: 'progress', id: what.id, events, seconds })
    })
    const event = await save(await settled, what, { runs, log })
    folders.tidy(what.id)
    active.delete(what.id)
    emit(event)
  }

  return {
    start(program, options) {
      if (active.size >= MAXIMUM_ACTIVE_RUNS)
        throw new CallRefused('busy', `${active.size} runs are going on`)
      const id = randomUUID()
      try {
        return launch(id, program, options)
      } catch (error) {
        folders.tidy(id)
        throw error
      }
    },
    has: (id) => active.has(id),
    stop: (id) => active.get(id)?.run.stop(),
    async close() {
      for (const { run } of active.values()) run.stop()
      const over = Promise.all([...active.values()].map((a) => a.over))
      await Promise.race([over, pause(CLOSING_PATIENCE, undefined, { ref: false })])
    },
  }
}

function settle(run: EngineRun): Promise<Settled> {
  return run.finished.then<Settled, Settled>(success, failure)
}

/** The engine's result is parsed too: it must be what a window may get and a database row may hold. */
async function save(settled: Settled, what: Beginning, { runs, log }: Keeping): Promise<HostEvent> {
  try {
    if (!settled.ok) throw settled.error
    const { trace, ...rest } = settled.value
    const record = RunRecord.parse({ ...what, ...rest })
    await runs.save(record, trace)
    return HostEvent.parse({ kind: 'finished', record, trace })
  } catch (error) {
    log(`run ${what.id} failed: ${String(error)}`)
    return { kind: 'failed', id: what.id, ...toCallFailure(error) }
  }
}
