import { join } from 'node:path'
import {
  CALLS,
  CONTRACT_VERSION,
  isCallName,
  MAXIMUM_MESSAGE,
  type CallInput,
  type CallName,
  type CallOutput,
  type CallResult,
  type HostEvent,
} from '../contract'
import { createActiveExplorations, type ActiveExplorations } from './activeExplorations'
import { createActiveRuns, type ActiveRuns } from './activeRuns'
import { CallRefused, toCallFailure } from './callRefused'
import { readScenarios } from './content'
import type { Engine } from './engine'
import { isAcceptable } from './payload'
import { createRunFolders, type RunFolders } from './runFolders'
import { defaultSettings } from './settings'
import { openStorage, type Storage } from './storage'

export interface LabOptions {
  readonly engine: Engine
  /** Where `cerrojo.db` and the runs' folders stand; made if it is missing. */
  readonly dataFolder: string
  /** Holds `scenarios/`. */
  readonly contentFolder: string
  readonly version: string
  readonly kind: 'electron' | 'server'
  /** The operating system's language (`es-ES`): decides the first language of the window. */
  readonly systemLocale?: string | undefined
  /** Told what a user need not see; by default the error stream. */
  readonly log?: ((message: string) => void) | undefined
}

/** The lab service: one per process, the same under every host. */
export interface Lab {
  /** Carries out one call of the contract. Never throws: what is wrong comes back as a coded failure. */
  call(name: unknown, payload: unknown): Promise<CallResult>
  /** Returns the unsubscribe function. */
  onEvent(listener: (event: HostEvent) => void): () => void
  /** Stops every run, saves them, ends the workers, closes the database. Calls are then `disconnected`. */
  close(): Promise<void>
}

type Handlers = {
  readonly [K in CallName]: (input: CallInput<K>) => CallOutput<K> | Promise<CallOutput<K>>
}

interface Parts {
  readonly options: LabOptions
  readonly storage: Storage
  readonly folders: RunFolders
  readonly active: ActiveRuns
  readonly explorations: ActiveExplorations
  readonly log: (message: string) => void
}

export function createLab(options: LabOptions): Lab {
  const log = options.log ?? ((message: string) => console.error(message))
  const listeners = new Set<(event: HostEvent) => void>()
  const emit = (event: HostEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const storage = openStorage({
    folder: options.dataFolder,
    defaults: defaultSettings(options.systemLocale),
    log,
  })
  const folders = createRunFolders(
    storage.isPersistent() ? join(options.dataFolder, 'runs') : undefined,
  )
  const active = createActiveRuns({
    engine: options.engine,
    runs: storage.runs,
    folders,
    emit,
    log,
  })
  const explorations = createActiveExplorations({ engine: options.engine, emit, log })
  const handlers = createHandlers({ options, storage, folders, active, explorations, log })
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await Promise.all([active.close(), explorations.close()])
    listeners.clear()
    await options.engine.close()
    storage.close()
    folders.close()
  }

  return {
    async call(name, payload) {
      try {
        if (closing !== undefined) throw new CallRefused('disconnected', 'the lab is closed')
        return { ok: true, value: await dispatch(handlers, name, payload) }
      } catch (error) {
        const failure = toCallFailure(error)
        if (!(error instanceof CallRefused)) log(`${String(name).slice(0, 40)}: ${failure.message}`)
        return { ok: false, error: failure }
      }
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => (closing ??= close()),
  }
}

/** Parses the payload, carries the call out and parses the answer, each by the call's schema. */
async function dispatch(handlers: Handlers, name: unknown, payload: unknown): Promise<unknown> {
  if (!isCallName(name)) throw new CallRefused('unknownCall', 'no such call')
  if (!isAcceptable(payload, MAXIMUM_MESSAGE))
    throw new CallRefused('badPayload', 'too large or too deep')
  const input = CALLS[name].input.safeParse(payload)
  if (!input.success) throw new CallRefused('badPayload', input.error.message)
  // The schema of `name` has just produced the input; TypeScript does not correlate the two look-ups.
  const handler = handlers[name] as (input: unknown) => unknown
  return CALLS[name].output.parse(await handler(input.data))
}

function createHandlers(parts: Parts): Handlers {
  const { options, storage, folders, active, explorations, log } = parts
  return {
    'host.about': () => ({
      contract: CONTRACT_VERSION,
      version: options.version,
      kind: options.kind,
      isPersistent: storage.isPersistent(),
      dataFolder: options.dataFolder,
      ...(storage.notice === undefined ? {} : { notice: storage.notice }),
    }),
    async 'scenarios.list'() {
      const { scenarios, problems } = await readScenarios(options.contentFolder)
      for (const { folder, reason } of problems) log(`scenario ${folder} is left out: ${reason}`)
      return [...scenarios]
    },
    'run.start': ({ program, options: how }) => active.start(program, how),
    'run.stop'({ id }) {
      active.stop(id)
      return {}
    },
    'schedule.follow'({ program, choices }) {
      const standing = options.engine.follow(program, choices)
      if (standing.kind === 'refused') {
        return { kind: 'refused', diagnostics: [...standing.diagnostics] }
      }
      const { outcome, ...rest } = standing
      const offered = [...standing.offered]
      const next = [...standing.next]
      return { ...rest, offered, next, ...(outcome === undefined ? {} : { outcome }) }
    },
    'explore.start': ({ program, options: how }) => explorations.start(program, how),
    'explore.cancel'({ id }) {
      explorations.cancel(id)
      return {}
    },
    'runs.list': () => storage.runs.list(),
    async 'runs.open'({ id }) {
      const opened = await storage.runs.open(id)
      if (opened === undefined) throw new CallRefused('notFound', 'no such run')
      return opened
    },
    'runs.delete'({ id }) {
      if (active.has(id)) throw new CallRefused('busy', 'the run is going on')
      if (!storage.runs.delete(id)) throw new CallRefused('notFound', 'no such run')
      folders.remove(id)
      return {}
    },
    'settings.get': () => storage.settings.get(),
    'settings.set'(settings) {
      storage.settings.set(settings)
      return {}
    },
  }
}
