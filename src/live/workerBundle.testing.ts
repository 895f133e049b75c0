/**
 * Bundles a TypeScript entry into one file, for tests and benchmarks (a build does it with `?modulePath`). Imports nothing
 * relative: scripts/bench.js loads this file as it stands.
 */
import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/cerrojo-bundles')

type Format = 'esm' | 'cjs'

const bundles = new Map<string, Promise<string>>()

/** A bundle of `entry` that Node runs by itself. Its name carries the hash of its content. Cost: some 50 ms, once per process. */
export function bundleModule(entry: string | URL): Promise<string> {
  return bundle(entry, 'esm')
}

/** The same for a `WorkerPool`, which wants a script. */
export function bundleWorker(entry: string | URL): Promise<string> {
  return bundle(entry, 'cjs')
}

function bundle(entry: string | URL, format: Format): Promise<string> {
  const path = typeof entry === 'string' ? entry : fileURLToPath(entry)
  const key = `${format} ${path}`
  const known = bundles.get(key) ?? write(path, format)
  bundles.set(key, known)
  return known
}

async function write(entry: string, format: Format): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    external: [/^node:/, 'better-sqlite3'],
  })
  const { output } = await bundle.generate({ format, codeSplitting: false, minify: true })
  await bundle.close()
  const { code } = output[0]
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const ending = format === 'esm' ? 'mjs' : 'cjs'
  const file = join(FOLDER, `${basename(entry, '.ts')}-${hash}.${ending}`)
  // Written aside and renamed, because several test processes may write the same file.
  const draft = `${file}.${process.pid}.tmp`
  await mkdir(FOLDER, { recursive: true })
  await writeFile(draft, code)
  await rename(draft, file)
  return file
}
