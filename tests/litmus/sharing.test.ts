/** What the source says of a program holds for its runs: nothing happens that the analysis calls impossible. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  analyseCoffman,
  analyseSharing,
  type CoffmanReport,
  createHistory,
  lockOrderGraph,
  racesOf,
  type SharingReport,
} from '../../src/engine/analysis'
import { parse } from '../../src/engine/language'
import { DEFAULT_LIMITS } from '../../src/engine/machine'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { compiled, ROOT } from '../support/compiled'
import { LitmusFile } from './expectation'

const FOLDER = import.meta.dirname
const SEEDS = [1, 2, 3, 4, 5]
/** Some programs go on for ever. */
const LIMITS = { ...DEFAULT_LIMITS, steps: 5000 }

function reportOf(source: string): SharingReport {
  const reading = parse(source)
  if (reading.kind !== 'accepted') throw new Error(JSON.stringify(reading.diagnostics))
  return analyseSharing(reading.module, source)
}

function conflicts({ places }: SharingReport): ReadonlySet<string> {
  return new Set(places.flatMap((place) => place.conflicts.map((pair) => pair.join('-'))))
}

function orders({ order }: SharingReport): ReadonlySet<string> {
  const sites = order.edges.flatMap((edge) => edge.sites)
  return new Set(sites.map(({ heldLine, wantedLine }) => `${heldLine}>${wantedLine}`))
}

/** Conditions that hold and were called impossible; joins without a lock in hand are waits, too, and no matter. */
function unforeseen({ conditions, deadlock }: CoffmanReport): readonly string[] {
  const always = ['mutualExclusion', 'holdAndWait']
  return conditions
    .filter((c) => c.dynamic.holds && (deadlock.length > 0 || always.includes(c.condition)))
    .flatMap((c) => (c.static.isPossible ? [] : [c.condition]))
}

const litmus = globSync('*/litmus.json', { cwd: FOLDER }).map((file) => join(FOLDER, file))
const scenarios = globSync(join(ROOT, 'content/scenarios/*/*.py'))
const programs = [...litmus.flatMap((file) => globSync(join(file, '../*.py'))), ...scenarios]
  .sort()
  .map((file) => ({ file, name: file.split(/[\\/]/).slice(-2).join('/') }))

describe('the static analysis', () => {
  it.each(programs)(
    'foresees the races, lock orders and Coffman conditions of runs of $name',
    ({ file }) => {
      const source = readFileSync(file, 'utf8')
      const report = reportOf(source)
      const program = compiled(source)
      for (const seed of SEEDS) {
        const { trace } = simulate(program, randomScheduler(seed), { limits: LIMITS })
        const races = racesOf(trace).map(({ first, second }) =>
          [first.line, second.line].sort((a, b) => a - b).join('-'),
        )
        expect(races.filter((pair) => !conflicts(report).has(pair))).toEqual([])
        const seen = lockOrderGraph(trace).edges.map((e) => `${e.heldLine}>${e.acquiredLine}`)
        expect(seen.filter((edge) => !orders(report).has(edge))).toEqual([])
        const [history, event] = [createHistory(trace), trace.length - 1]
        const coffman = analyseCoffman({ trace, history, event, source: report.waits })
        expect(unforeseen(coffman)).toEqual([])
      }
    },
  )

  it.each(litmus)('foresees what every interleaving of %s shows', (path) => {
    const file = LitmusFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    for (const variant of ['broken', 'fixed'] as const) {
      const source = readFileSync(join(path, `../${variant}.py`), 'utf8')
      const report = reportOf(source)
      const races = (file[variant].races ?? []).map((pair) => pair.join('-'))
      expect(races.filter((pair) => !conflicts(report).has(pair))).toEqual([])
      const isOfLocks = /acquire|with /.test(source)
      if (file[variant].kinds.includes('deadlock') && isOfLocks) {
        expect(report.order.verdict).not.toBe('none')
      }
    }
  })
})
