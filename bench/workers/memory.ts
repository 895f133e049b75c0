/**
 * A process of its own that starts workers and prints how many megabytes each adds to its resident memory. In a process that
 * has run others before, workers would live on what those left. Argument: the bundle of live workers, or of empty ones.
 */
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { LiveExecutor } from '../../src/live'

const COUNT = 16
const [kind, file = ''] = process.argv.slice(2)

function residentMegabytes(): number {
  const kib = /Rss:\s+(\d+)/.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]
  return (Number(kib) * 1024) / 1e6
}

async function startEmpty(count: number): Promise<void> {
  const ready = Array.from({ length: count }, () => {
    const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 4 }
    const worker = new Worker(file, { execArgv: [], resourceLimits })
    return new Promise((resolve) => worker.once('message', resolve))
  })
  await Promise.all(ready)
}

const executor = kind === 'live' ? new LiveExecutor(file) : undefined
await (executor?.warm(1) ?? startEmpty(1))
const before = residentMegabytes()
await (executor?.warm(1 + COUNT) ?? startEmpty(COUNT))
console.log((residentMegabytes() - before) / COUNT)
process.exit()
