/**
 * Small random programs, half of them with equal threads, whose every path is followed, beside their exploration with and
 * without reduction: no difference is allowed. A hundred programs unless `--all` is given, which compares two thousand and
 * takes minutes.
 */
import { compile } from '../src/engine/bytecode'
import { explore } from '../src/engine/explore'
import { differenceFrom, everyPath } from '../src/engine/explore/everyPath.testing'
import {
  randomEqualThreads,
  randomThreadedProgram,
} from '../src/engine/explore/randomPrograms.testing'
import { parse } from '../src/engine/language'
import { atLeast, type Report } from './harness'

const FIRST_SEED = 7_000_000
const PROGRAMS = 100
const ALL_PROGRAMS = 2000
/** Steps beyond which the paths of a program are not followed. */
const MOST_STEPS = 3000

export default function reductionBenchmark(report: Report): void {
  const wanted = report.flag('all') ? ALL_PROGRAMS : PROGRAMS
  const seconds = { paths: 0, reduced: 0 }
  const differences: string[] = []
  let compared = 0
  for (let seed = FIRST_SEED; compared < wanted; seed++) {
    const source = (seed % 2 === 0 ? randomThreadedProgram : randomEqualThreads)(seed, true)
    const reading = parse(source)
    if (reading.kind === 'refused') throw new Error(`program ${seed} was refused`)
    const program = compile(reading.module, source)
    const start = performance.now()
    const paths = everyPath(program, MOST_STEPS)
    if (paths === undefined) continue
    const middle = performance.now()
    const reduced = explore(program, { countsStates: false })
    seconds.paths += (middle - start) / 1000
    seconds.reduced += (performance.now() - middle) / 1000
    compared++
    for (const result of [reduced, explore(program)]) {
      const difference = differenceFrom(paths, result)
      if (difference !== undefined) differences.push(`${seed}: ${difference}`)
    }
  }
  for (const difference of differences) console.error(difference)
  report.row({
    name: `${compared} random programs, explored and followed path by path: ${differences.length} differences`,
    ours: `${seconds.reduced.toFixed(1)} s`,
    peer: `every path: ${seconds.paths.toFixed(1)} s`,
    ratio: seconds.paths / seconds.reduced,
    target: atLeast(0),
    isMet: differences.length === 0,
  })
}
