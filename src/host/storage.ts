import type { Notice, Settings } from '../contract'
import { openDatabase, openMemoryDatabase } from './database'
import { createRuns, type Runs } from './runs'
import { createSettings, type SettingsStore } from './settings'

export interface Storage {
  readonly runs: Runs
  readonly settings: SettingsStore
  /** False as soon as anything is kept in memory only. */
  isPersistent(): boolean
  readonly notice: Notice | undefined
  close(): void
}

export interface StorageOptions {
  readonly folder: string
  readonly defaults: Settings
  readonly log: (message: string) => void
}

/** The database of the data folder and, when a disk is full, a second one in memory that takes what it refuses. */
export function openStorage({ folder, defaults, log }: StorageOptions): Storage {
  const { database, isPersistent, notice } = openDatabase(folder, { log })
  const saved = createRuns(database)
  let spare: Runs | undefined

  const runs: Runs = {
    async save(record, trace) {
      try {
        await saved.save(record, trace)
      } catch (error) {
        log(`run ${record.id} is kept in memory only: ${String(error)}`)
        spare ??= createRuns(openMemoryDatabase())
        await spare.save(record, trace)
      }
    },
    list: () =>
      [...(spare?.list() ?? []), ...saved.list()].sort((a, b) => b.startedAt - a.startedAt),
    open: async (id) => (await spare?.open(id)) ?? (await saved.open(id)),
    delete: (id) => (spare?.delete(id) ?? false) || saved.delete(id),
  }

  return {
    runs,
    settings: createSettings(database, defaults),
    isPersistent: () => isPersistent && spare === undefined,
    notice,
    close: () => database.close(),
  }
}
