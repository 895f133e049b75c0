import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert } from '../base'

/** One folder per run, for the files a run leaves behind (`ev_charging.db`). */
export interface RunFolders {
  /** The folder of a run; made on `create` only. */
  pathOf(id: string): string
  create(id: string): void
  /** Removes the folder if the run left nothing in it. */
  tidy(id: string): void
  /** Removes the folder with all it holds; none is no error. */
  remove(id: string): void
  /** Removes what was not meant to stay. */
  close(): void
}

/** What `randomUUID` gives: an id out of a file that someone edited must not name a folder outside. */
const RUN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Below `base`, or, when it is `undefined`, below a temporary folder that goes with the lab. */
export function createRunFolders(base: string | undefined): RunFolders {
  let temporary: string | undefined
  const root = (): string => base ?? (temporary ??= mkdtempSync(join(tmpdir(), 'cerrojo-')))
  const pathOf = (id: string): string => {
    assert(RUN_ID.test(id), 'not the id of a run')
    return join(root(), id)
  }
  return {
    pathOf,
    create: (id) => void mkdirSync(pathOf(id), { recursive: true }),
    tidy(id) {
      try {
        rmdirSync(pathOf(id))
      } catch {
        // Not empty (the run's own files) or never made.
      }
    },
    remove: (id) => rmSync(pathOf(id), { recursive: true, force: true }),
    close() {
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true })
    },
  }
}
