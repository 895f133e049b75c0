import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, cacheFile, environment, install, projectNode, ROOT, run } from './prepare.js'

/*
 * `npm start [-- --data-dir <folder> --port <n>]`: installs and builds what is missing, then opens Cerrojo: in Electron
 * where its binary is there or can be fetched, else in the default browser on the loopback server.
 */

const ELECTRON = join(ROOT, 'node_modules', 'electron')
const FETCH_TIMEOUT = 90_000
/** How long a failed download is not tried again, in milliseconds. */
const FETCH_PAUSE = 24 * 3600 * 1000

/** The path of the Electron binary, if it was ever fetched. */
function electronBinary() {
  const name = join(ELECTRON, 'path.txt')
  const binary = existsSync(name) ? join(ELECTRON, 'dist', readFileSync(name, 'utf8')) : ''
  return existsSync(binary) ? binary : undefined
}

/** Electron's package comes without its binary; its own script fetches it. A failure is remembered for a day. */
function fetchElectron() {
  const failed = cacheFile('electron-not-fetched')
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < FETCH_PAUSE) return undefined
  console.error('Cerrojo: fetching Electron (once)')
  run(projectNode(), [join(ELECTRON, 'install.js')], { output: 'ignore', timeout: FETCH_TIMEOUT })
  const binary = electronBinary()
  if (binary === undefined) writeFileSync(failed, '')
  return binary
}

/** Opens the program and ends as it ends; signals are handed on. */
function open(command, args) {
  const child = spawn(command, args, { cwd: ROOT, env: environment(), stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Cerrojo: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code) => (process.exitCode = code ?? 1))
}

const args = process.argv.slice(2)
if (!install() || !build()) {
  process.exitCode = 1
} else {
  const binary = electronBinary() ?? fetchElectron()
  if (binary !== undefined) {
    open(binary, ['.', ...args])
  } else {
    console.error(
      'Cerrojo: no Electron on this machine (npx install-electron fetches it); opening in the browser.',
    )
    open(projectNode(), [join('out', 'main', 'server.js'), '--open', ...args])
  }
}
