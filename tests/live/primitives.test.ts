/** Every primitive, special methods and dataclasses on real threads: each run ends in one of the ways that the interleavings have. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LiveExecutor } from '../../src/live'
import { bundleWorker } from '../../src/live/workerBundle.testing'
import { DATACLASS_PROGRAMS } from '../differential/dataclassPrograms'
import { PRIMITIVE_PROGRAMS } from '../differential/primitives'
import { SPECIAL_PROGRAMS } from '../differential/specialPrograms'
import { compiled, ROOT } from '../support/compiled'

let executor: LiveExecutor
let folder: string

beforeAll(async () => {
  executor = new LiveExecutor(await bundleWorker(join(ROOT, 'src/live/live.worker.ts')))
  await executor.warm(4)
  folder = mkdtempSync(join(tmpdir(), 'cerrojo-primitives-'))
})

afterAll(async () => {
  await executor.close()
  rmSync(folder, { recursive: true, force: true })
})

const RUNS = 5

it.each([...PRIMITIVE_PROGRAMS, ...SPECIAL_PROGRAMS, ...DATACLASS_PROGRAMS])(
  '$title',
  async ({ source, endings }) => {
    const program = compiled(source)
    const seen: string[] = []
    for (let i = 0; i < RUNS; i++) {
      const { outcome, output } = await executor.start(program, { timeoutSeconds: 20, folder })
        .finished
      seen.push(`${outcome.kind}: ${output.trim().replaceAll('\n', '/')}`.trim())
    }
    expect(seen.filter((ending) => !endings.includes(ending))).toEqual([])
    expect(executor.threadsLeft).toBe(0)
  },
)
