/**
 * Runs the benchmarks of bench/: `npm run bench -- [name …] [--flag …]`. Each name selects the benchmarks whose file name
 * contains it. Exit code 1 when a target is missed.
 */
import { globSync } from 'node:fs'
import { loadavg } from 'node:os'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleModule, bundleWorker } from '../src/live/workerBundle.testing.ts'

const BENCH = resolve(import.meta.dirname, '../bench')

const words = process.argv.slice(2)
const flags = new Set(words.filter((w) => w.startsWith('--')).map((w) => w.slice(2)))
const names = words.filter((w) => !w.startsWith('--'))

/** @param {import('../bench/harness.ts').Row} row */
function isMet(row) {
  if (row.isMet === false) return false
  if (row.target === undefined || row.ratio === undefined) return true
  return row.target.sense === 'atMost'
    ? row.ratio <= row.target.ratio
    : row.ratio >= row.target.ratio
}

/** @param {import('../bench/harness.ts').Row} row */
function targetOf({ target, isMet }) {
  if (target !== undefined) return `${target.sense === 'atMost' ? '≤' : '≥'} ${target.ratio}×`
  return isMet === undefined ? '' : 'required'
}

let missed = 0

/** @param {import('../bench/harness.ts').Row} row */
function print(row) {
  const met = isMet(row)
  if (!met) missed++
  const ratio =
    row.ratio === undefined
      ? '-'
      : `${row.ratio < 10 ? row.ratio.toFixed(2) : row.ratio.toFixed(0)}×`
  const hasTarget = row.target !== undefined || row.isMet !== undefined
  console.log(
    `| ${[row.name, row.ours, row.peer, ratio, targetOf(row), hasTarget ? (met ? 'met' : 'MISSED') : ''].join(' | ')} |`,
  )
}

/** The browser that the end-to-end tests use. */
async function browser() {
  const { chromium } = await import('@playwright/test')
  const { chromiumOptions, prepareChromium } = await import('../e2e/support/binaries.ts')
  await prepareChromium()
  return chromium.launch(chromiumOptions())
}

const report = {
  row: print,
  browser,
  worker: (/** @type {string} */ entry) => bundleWorker(resolve(BENCH, entry)),
  module: (/** @type {string} */ entry) => bundleModule(resolve(BENCH, entry)),
  path: (/** @type {string} */ name) => resolve(BENCH, name),
  flag: (/** @type {string} */ name) => flags.has(name),
}

const files = globSync('*.bench.ts', { cwd: BENCH }).sort()
for (const file of files) {
  const name = basename(file, '.bench.ts')
  if (names.length > 0 && !names.some((n) => name.includes(n))) continue
  console.log(`\n## ${name} (Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)})\n`)
  console.log('| what | ours | peer | ratio | target | |\n|---|---|---|---|---|---|')
  const bench = await import(pathToFileURL(await bundleModule(resolve(BENCH, file))).href)
  await bench.default(report)
}
process.exitCode = missed > 0 ? 1 : 0
