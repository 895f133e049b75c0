/**
 * Bundles a TypeScript entry into one file that Node runs, for tests and benchmarks (a build does it with
 * `?modulePath`). Imports nothing relative: scripts/bench.js loads this file as it stands.
 */
import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/cerrojo-bundles')

const bundles = new Map<string, Promise<string>>()

/** Path of the bundle of `entry`; its name carries the hash of its content. Cost: some 50 ms, once per process. */
export function bundleWorker(entry: string | URL): Promise<string> {
  const path = typeof entry === 'string' ? entry : fileURLToPath(entry)
  const bundle = bundles.get(path) ?? write(path)
  bundles.set(path, bundle)
  return bundle
}

async function write(entry: string): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    external: [/^node:/, 'better-sqlite3'],
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false, minify: true })
  await bundle.close()
  const { code } = output[0]
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const file = join(FOLDER, `${basename(entry, '.ts')}-${hash}.mjs`)
  // Written aside and renamed, because several test processes may write the same file.
  const draft = `${file}.${process.pid}.tmp`
  await mkdir(FOLDER, { recursive: true })
  await writeFile(draft, code)
  await rename(draft, file)
  return file
}
