import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Settings } from '../contract'
import { jsonColumn } from './column'

/** The user's settings: one row per key, so that a new key has its default on an old database. */
export interface SettingsStore {
  /** A key that is missing or does not decode has its default. */
  get(): Settings
  /** All keys in one transaction. */
  set(settings: Settings): void
}

/** Languages whose speakers read Spanish rather than English. */
const READS_SPANISH = /^(es|ca|eu|gl)\b/

/** What holds until the user chooses; `systemLocale` as the operating system names it (`es-ES`). */
export function defaultSettings(systemLocale: string | undefined): Settings {
  return {
    locale: READS_SPANISH.test(systemLocale ?? '') ? 'es' : 'en',
    theme: 'system',
    timeout: 10,
  }
}

const Row = z.object({ key: z.string(), value: jsonColumn(z.unknown()) })

export function createSettings(database: Database, defaults: Settings): SettingsStore {
  const selectAll = database.prepare('SELECT key, value FROM settings')
  const upsert = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const writeAll = database.transaction((settings: Settings) => {
    for (const [key, value] of Object.entries(settings)) upsert.run(key, JSON.stringify(value))
  })
  return {
    get() {
      let settings = defaults
      for (const row of selectAll.all()) {
        const entry = Row.safeParse(row)
        if (!entry.success) continue
        const { key, value } = entry.data
        const changed = Settings.safeParse({ ...settings, [key]: value })
        if (changed.success) settings = changed.data
      }
      return settings
    },
    set: (settings) => writeAll.immediate(settings),
  }
}
