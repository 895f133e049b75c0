/**
 * Runs by itself, in a process of its own: 1,000 live deadlocks in a row. Prints what the test beside it checks. The
 * arguments are the bundled worker, the program as JSON-safe file, and the run's folder.
 */
import { readFileSync } from 'node:fs'
import { compile } from '../../src/engine/bytecode'
import { parse } from '../../src/engine/language'
import { LiveExecutor } from '../../src/live'

const [workerFile = '', programFile = '', folder = ''] = process.argv.slice(2)
const RUNS = 1000
const WARM_RUNS = 100

const source = readFileSync(programFile, 'utf8')
const reading = parse(source)
if (reading.kind === 'refused') throw new Error('refused')
const program = compile(reading.module, source)
const executor = new LiveExecutor(workerFile)
await executor.warm(3)
const counts: Record<string, number> = {}
const detected: number[] = []
let residentAfterWarm = 0
let threadsLeft = 0
for (let run = 1; run <= RUNS; run++) {
  const result = await executor.start(program, { timeoutSeconds: 20, folder }).finished
  counts[result.outcome.kind] = (counts[result.outcome.kind] ?? 0) + 1
  if (result.detectedAfterMs !== undefined) detected.push(result.detectedAfterMs)
  threadsLeft = Math.max(threadsLeft, executor.threadsLeft)
  if (run === WARM_RUNS) residentAfterWarm = resident()
}
const growthMiB = resident() - residentAfterWarm
await executor.close()
detected.sort((a, b) => a - b)
const p99Ms = detected[Math.floor(detected.length * 0.99)]
console.log(JSON.stringify({ counts, p99Ms, growthMiB, threadsLeft }))

/** Resident memory in MiB, without garbage. */
function resident(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss / 2 ** 20
}
