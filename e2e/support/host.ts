import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import {
  _electron,
  chromium,
  type Browser,
  type BrowserContext,
  type ElectronApplication,
  type Page,
} from '@playwright/test'
import { WebSocket } from 'ws'
import {
  createClient,
  type Bridge,
  type CallInput,
  type CallName,
  type CallOutput,
  type CallResult,
} from '../../src/contract'
import { chromiumOptions, electronBinary } from './binaries'

export type HostKind = 'server' | 'double' | 'electron'
export type Language = 'es-ES' | 'en-US'

/** A host with its window open. */
export interface Host {
  readonly kind: HostKind
  readonly page: Page
  /** The shell's main process; absent on the server. */
  readonly app: ElectronApplication | undefined
  /** The server's address with the token; absent in the shell. */
  readonly address: string | undefined
  readonly dataFolder: string
  /** A call past the window, to look at what the host knows. */
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>>
  close(): Promise<void>
}

export interface LaunchOptions {
  readonly kind: HostKind
  /** Kept when the host closes. */
  readonly dataFolder: string
  readonly language: Language
}

const VIEWPORT = { width: 1280, height: 800 }
const DOUBLE = resolve(import.meta.dirname, '../double/electron')

export function launchHost(options: LaunchOptions): Promise<Host> {
  return options.kind === 'server' ? launchServer(options) : launchShell(options)
}

/** Headless Chromium knows no system language and falls back to one that Intl refuses, so it is always told. */
function environment({ dataFolder, language }: LaunchOptions): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    CERROJO_DATA: dataFolder,
    CERROJO_DOUBLE_PROFILE: join(dataFolder, 'double'),
    LANG: `${language.replace('-', '_')}.UTF-8`,
    LC_ALL: `${language.replace('-', '_')}.UTF-8`,
  }
}

/** The loopback server alone, without a browser. */
export async function startServer(
  options: LaunchOptions,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['out/main/server.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment(options),
  })
  let printed = ''
  const address = await new Promise<string>((found, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code ?? 'a signal'}`)))
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      const line = /^Cerrojo: (\S+)\n/m.exec(printed)
      if (line?.[1] !== undefined) found(line[1])
    })
  })
  return { child, address }
}

/** Asks the server to end, as Ctrl+C does, and waits until it has. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  await over
}

let browser: Promise<Browser> | undefined

/** One browser for all tests of this worker process, which closes it at its end; a context apart for each host. */
function sharedBrowser(options: LaunchOptions): Promise<Browser> {
  browser ??= chromium.launch({ ...chromiumOptions(), env: environment(options) })
  return browser
}

async function launchServer(options: LaunchOptions): Promise<Host> {
  const { child, address } = await startServer(options)
  let context: BrowserContext | undefined
  const close = async (): Promise<void> => {
    await context?.close()
    await stopServer(child)
  }
  try {
    context = await (
      await sharedBrowser(options)
    ).newContext({
      viewport: VIEWPORT,
      locale: options.language,
    })
    const page = await context.newPage()
    await page.goto(address)
    const client = createClient(serverBridge(address))
    return {
      ...options,
      page,
      app: undefined,
      address,
      call: (name, input) => client.call(name, input),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** One WebSocket per call: slow, simple, and independent of what the window does with its own. */
function serverBridge(address: string): Bridge {
  const { origin, host, port, searchParams } = new URL(address)
  const cookie = `cerrojo-${port}=${searchParams.get('token') ?? ''}`
  return {
    async call(name, payload) {
      const socket = new WebSocket(`ws://${host}/lab`, { headers: { origin, cookie } })
      await once(socket, 'open')
      socket.send(encode({ id: 1, name, payload }))
      const [data] = (await once(socket, 'message')) as [Buffer]
      socket.close()
      return (decode(data) as { result: CallResult }).result
    },
    onEvent: () => () => undefined,
  }
}

async function launchShell(options: LaunchOptions): Promise<Host> {
  const executablePath = options.kind === 'double' ? DOUBLE : electronBinary()
  if (executablePath === undefined)
    throw new Error('there is no Electron binary: npx install-electron')
  const app = await _electron.launch({ executablePath, args: ['.'], env: environment(options) })
  const close = (): Promise<void> => app.close()
  try {
    const page = await app.firstWindow()
    await page.waitForURL(/^(app|http):/)
    const client = createClient(windowBridge(page))
    return {
      ...options,
      page,
      app,
      address: undefined,
      call: (name, input) => client.call(name, input),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The bridge of the preload. Byte arrays do not survive the way to the test: not for `runs.open`. */
function windowBridge(page: Page): Bridge {
  return {
    call: (name, payload) =>
      page.evaluate(([n, p]) => window.cerrojo?.call(n, p), [
        name,
        payload,
      ] as const) as Promise<CallResult>,
    onEvent: () => () => undefined,
  }
}
