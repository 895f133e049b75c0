import { join } from 'node:path'
import { createEngine, createLab, readHostOptions, readVersion } from '../host'
import exploreWorkerFile from '../host/explore.worker?modulePath'
import liveWorkerFile from '../live/live.worker?modulePath'
import { openBrowser } from './browser'
import { startLabServer } from './labServer'

const program = join(import.meta.dirname, '../..')
const options = readHostOptions(process.argv.slice(2), program)
const lab = createLab({
  engine: createEngine({ live: liveWorkerFile, explore: exploreWorkerFile }),
  dataFolder: options.dataFolder,
  contentFolder: join(program, 'content'),
  version: readVersion(program),
  kind: 'server',
  systemLocale: Intl.DateTimeFormat().resolvedOptions().locale,
})
const server = await startLabServer({
  lab,
  rendererFolder: join(import.meta.dirname, '../renderer'),
  port: options.port,
})

async function stop(): Promise<void> {
  await server.close()
  await lab.close()
  process.exit(0)
}

let stopping: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Ctrl+C comes twice under `npm start`, from the terminal and handed on; the second must not cut the first short.
  process.on(signal, () => void (stopping ??= stop()))
}

// The line that people, `npm start` and the end-to-end tests read.
console.log(`Cerrojo: ${server.address}`)
if (options.isOpening) openBrowser(server.address)
