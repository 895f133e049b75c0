import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { delimiter, join, resolve } from 'node:path'

/*
 * What `npm start`, `npm test` and the command line need before they can do their work: dependencies and a build. No
 * dependency of its own, Node 20 or newer: this runs before anything is installed.
 */

export const ROOT = resolve(import.meta.dirname, '..')
const CACHE = join(ROOT, 'node_modules', '.cache')
const BIN = join(ROOT, 'node_modules', '.bin')
const IS_WINDOWS = process.platform === 'win32'

/** What a build depends on, below ROOT. */
const SOURCES = ['src', 'content', 'electron.vite.config.ts', 'package.json', 'tsconfig.base.json']

/** Where a file of results or a stamp stands; the folder is made. */
export function cacheFile(name) {
  mkdirSync(CACHE, { recursive: true })
  return join(CACHE, name)
}

/** The project's own Node 24 comes first, whatever Node started us. */
export function environment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [key]: [BIN, process.env[key] ?? ''].join(delimiter) }
}

/** The path of the Node 24 that the `node` package brings. */
export function projectNode() {
  const own = join(BIN, IS_WINDOWS ? 'node.exe' : 'node')
  const packed = join(ROOT, 'node_modules', 'node', 'bin', IS_WINDOWS ? 'node.exe' : 'node')
  return [packed, own].find((path) => existsSync(path)) ?? process.execPath
}

/**
 * Runs a command of npm or of node_modules/.bin and returns its exit code. `output: 'stderr'` keeps the standard output
 * clean for the caller's own.
 */
export function run(command, args, { output = 'inherit', timeout } = {}) {
  const stdout = output === 'stderr' ? 2 : output
  const child = spawnSync(command, args, {
    cwd: ROOT,
    env: environment(),
    stdio: ['inherit', stdout, output === 'ignore' ? 'ignore' : 'inherit'],
    // npm and the commands in .bin are .cmd files on Windows.
    shell: IS_WINDOWS && command !== projectNode(),
    ...(timeout === undefined ? {} : { timeout }),
  })
  return child.status ?? 1
}

/** As `run`, beside other commands: what it prints comes in one piece when it has ended. */
export function runBeside(command, args) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: IS_WINDOWS,
  })
  const printed = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(data))
  return new Promise((ended) => {
    child.once('error', (error) => printed.push(Buffer.from(`${error}\n`)))
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(printed))
      ended(code ?? 1)
    })
  })
}

/** Installs what package-lock.json names, once per lock file. Returns whether the dependencies stand. */
export function install(output) {
  const stamp = join(CACHE, 'installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const isThere = existsSync(join(ROOT, 'node_modules', '.package-lock.json'))
  if (isThere && readStamp(stamp) === lock) return true
  // An installation made by hand counts when it is not older than the lock file.
  const isFresh =
    isThere &&
    modified(join(ROOT, 'node_modules', '.package-lock.json')) >=
      modified(join(ROOT, 'package-lock.json'))
  if (!isFresh) {
    console.error('Cerrojo: installing what is missing (once; about a minute)')
    if (run('npm', ['ci', '--no-audit', '--no-fund'], { output }) !== 0) return false
  }
  writeFileSync(cacheFile('installed'), lock)
  return true
}

/** Builds when a source is newer than the last build. Returns whether the build stands. */
export function build(output) {
  const stamp = join(ROOT, 'out', '.built')
  const newest = Math.max(...SOURCES.map((path) => newestBelow(join(ROOT, path))))
  if (readStamp(stamp) === String(newest)) return true
  console.error('Cerrojo: building')
  if (run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], { output }) !== 0)
    return false
  writeFileSync(stamp, String(newest))
  return true
}

/** The time of the latest change below `path`; a folder changes when something in it is added or removed. */
function newestBelow(path) {
  if (!existsSync(path)) return 0
  const own = modified(path)
  if (!statSync(path).isDirectory()) return own
  return Math.max(own, ...readdirSync(path).map((name) => newestBelow(join(path, name))))
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}

export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
