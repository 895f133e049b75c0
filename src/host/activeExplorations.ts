import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { HostEvent, type CallOutput, type ExplorationOptions, type ProgramInput } from '../contract'
import { CallRefused, toCallFailure } from './callRefused'
import type { Engine, EngineExploration } from './engine'

/** Explorations that may go on at once: each may fill its memory. */
export const MAXIMUM_EXPLORATIONS = 2

export interface ActiveExplorations {
  /** @throws CallRefused `busy`, or what the engine throws */
  start(program: ProgramInput, options: ExplorationOptions): CallOutput<'explore.start'>
  /** One already over is no error. */
  cancel(id: string): void
  /** Cancels all and waits until they are told. */
  close(): Promise<void>
}

export interface ActiveExplorationsOptions {
  readonly engine: Pick<Engine, 'explore'>
  readonly emit: (event: HostEvent) => void
  readonly log: (message: string) => void
}

export function createActiveExplorations({
  engine,
  emit,
  log,
}: ActiveExplorationsOptions): ActiveExplorations {
  const active = new Map<
    string,
    { readonly exploration: EngineExploration; readonly over: Promise<void> }
  >()

  async function follow(id: string, exploration: EngineExploration): Promise<void> {
    // The answer to `explore.start` leaves first: a window gets no event whose id it does not know.
    const over = outcomeOf(id, exploration, log)
    await nextTurn()
    exploration.onProgress((progress) => {
      if (active.has(id)) emit({ kind: 'exploring', id, progress })
    })
    const event = await over
    active.delete(id)
    emit(event)
  }

  return {
    start(program, options) {
      if (active.size >= MAXIMUM_EXPLORATIONS)
        throw new CallRefused('busy', `${active.size} explorations are going on`)
      const started = engine.explore(program, options)
      if (started.kind === 'refused')
        return { kind: 'refused', diagnostics: [...started.diagnostics] }
      const id = randomUUID()
      const { exploration } = started
      active.set(id, { exploration, over: follow(id, exploration) })
      return { kind: 'started', id }
    },
    cancel: (id) => active.get(id)?.exploration.cancel(),
    async close() {
      for (const { exploration } of active.values()) exploration.cancel()
      await Promise.all([...active.values()].map(({ over }) => over))
    },
  }
}

/** The result is parsed: it must be what a window may get. */
async function outcomeOf(
  id: string,
  exploration: EngineExploration,
  log: (message: string) => void,
): Promise<HostEvent> {
  try {
    const { result, seconds } = await exploration.finished
    return HostEvent.parse({ kind: 'explored', id, result, seconds })
  } catch (error) {
    log(`exploration ${id} failed: ${String(error)}`)
    return { kind: 'failed', id, ...toCallFailure(error) }
  }
}
