import { join } from 'node:path'
import { createLab, createPlaceholderEngine, readHostOptions, readVersion } from '../host'
import { openBrowser } from './browser'
import { startLabServer } from './labServer'

const program = join(import.meta.dirname, '../..')
const options = readHostOptions(process.argv.slice(2), program)
const lab = createLab({
  engine: createPlaceholderEngine(),
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
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

// The line that people, `npm start` and the end-to-end tests read.
console.log(`Cerrojo: ${server.address}`)
if (options.isOpening) openBrowser(server.address)
