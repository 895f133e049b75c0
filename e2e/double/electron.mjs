// Stands in for the part of Electron's main-process API that src/main uses, on machines without an Electron binary.
// A BrowserWindow is a page of a headless Chromium; a custom scheme is a loopback HTTP origin that calls the scheme's
// handler; the preload runs in the page with a `require` that knows only 'electron'.
// It is strict: an API it lacks, unsafe web preferences or a shell without its guards end the program.
// It cannot show: a real isolated world, menus, native dialogs, permissions, fuses, asar, `app://` in the page's address.
import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** Any property that the double does not have is an error, not `undefined`. */
const strict = (name, object) =>
  new Proxy(object, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value = target[key]
        // Private members know the object itself, not its proxy.
        return typeof value === 'function' ? value.bind(target) : value
      }
      throw new Error(`electron double: ${name}.${String(key)} is not implemented`)
    },
  })

const language = (process.env.LANG ?? 'en_US').split('.')[0].replace('_', '-')

// ---- browser: its DevTools address is printed as Electron prints it, so that Playwright finds the pages

const profileParent = process.env.CERROJO_DOUBLE_PROFILE ?? tmpdir()
mkdirSync(profileParent, { recursive: true })
const profile = mkdtempSync(join(profileParent, 'profile-'))
const contextReady = chromium
  .launchPersistentContext(profile, {
    executablePath: process.env.CERROJO_CHROMIUM || undefined,
    viewport: null,
    locale: language,
    args: ['--remote-debugging-port=0', '--no-sandbox', '--disable-gpu'],
  })
  .then((context) => {
    const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8')
      .trim()
      .split('\n')
    process.stderr.write(`\nDevTools listening on ws://127.0.0.1:${port}${path}\n`)
    return context
  })

// ---- app

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const paths = { userData: profile, temp: tmpdir() }
const isDriven = process.execArgv.some((argument) => argument.startsWith('--inspect'))

class App extends EventEmitter {
  isPackaged = false
  commandLine = { appendSwitch() {}, hasSwitch: () => false, getSwitchValue: () => '' }
  isSandboxEnabled = false
  #isReady = false
  #ready = (isDriven
    ? new Promise((resolve) => (globalThis.__playwright_run = () => contextReady.then(resolve)))
    : contextReady
  ).then(() => {
    this.#isReady = true
    this.emit('ready', {}, {})
  })
  whenReady = () => this.#ready
  isReady = () => this.#isReady
  enableSandbox() {
    if (this.#isReady) throw new Error('app.enableSandbox() must be called before ready')
    this.isSandboxEnabled = true
  }
  getPath(name) {
    if (!(name in paths)) throw new Error(`electron double: no path ${name}`)
    return paths[name]
  }
  setPath = (name, path) => void (paths[name] = path)
  getVersion = () => manifest.version
  getName = () => manifest.productName
  getAppPath = () => process.cwd()
  getLocale = () => language
  requestSingleInstanceLock = () => true
  #allows(event) {
    let isPrevented = false
    this.emit(event, { preventDefault: () => (isPrevented = true) }, 0)
    return !isPrevented
  }
  quit() {
    if (!this.#allows('before-quit')) return
    for (const window of windows) window.destroy()
    if (!this.#allows('will-quit')) return
    this.emit('quit', {}, 0)
    void contextReady.then((context) => context.close()).finally(() => process.exit(0))
  }
  exit = (code) => process.exit(code)
}
export const app = strict('app', new App())
process.on('SIGTERM', () => app.quit())
process.on('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }))

// ---- protocol

const schemes = new Map()
/** 'app://cerrojo' → the loopback origin that stands for it. */
const origins = new Map()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list) {
    if (app.isReady()) throw new Error('registerSchemesAsPrivileged must be called before ready')
    for (const { scheme } of list) schemes.set(scheme, undefined)
  },
  handle(scheme, handler) {
    if (!schemes.has(scheme)) throw new Error(`scheme ${scheme} is not registered as privileged`)
    schemes.set(scheme, handler)
  },
})

async function toHttp(url) {
  const parsed = new URL(url)
  const handler = schemes.get(parsed.protocol.slice(0, -1))
  if (handler === undefined) throw new Error(`electron double: no handler for ${parsed.protocol}`)
  const origin = `${parsed.protocol}//${parsed.host}`
  if (!origins.has(origin)) {
    const server = createServer(async (request, response) => {
      const answer = await handler(new Request(origin + request.url, { method: request.method }))
      response
        .writeHead(answer.status, Object.fromEntries(answer.headers))
        .end(Buffer.from(await answer.arrayBuffer()))
    })
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
    origins.set(origin, `http://127.0.0.1:${server.address().port}`)
  }
  return origins.get(origin) + parsed.pathname + parsed.search + parsed.hash
}

function toApp(url) {
  for (const [origin, http] of origins)
    if (url.startsWith(`${http}/`)) return origin + url.slice(http.length)
  return url
}

const originOf = (url) => url.split('/').slice(0, 3).join('/')

// ---- IPC

const handlers = new Map()

class IpcMain extends EventEmitter {
  handle(channel, handler) {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  removeHandler = (channel) => void handlers.delete(channel)
}
export const ipcMain = strict('ipcMain', new IpcMain())

/** Runs in the page before its scripts; `code` is the built preload. Values are cloned as over a real border. */
function preloadScript(code) {
  return `(() => {
  const subscribers = new Map()
  const of = (channel) => subscribers.get(channel) ?? []
  globalThis.__doubleEmit = (channel, args) => { for (const f of [...of(channel)]) f({ sender: ipcRenderer, ports: [] }, ...args) }
  const call = globalThis.__doubleIpc
  const ipcRenderer = {
    invoke: async (channel, ...args) => {
      const answer = await call('invoke', channel, structuredClone(args))
      if (answer.error !== undefined) throw new Error("Error invoking remote method '" + channel + "': " + answer.error)
      return answer.ok
    },
    on: (channel, f) => (subscribers.set(channel, [...of(channel), f]), ipcRenderer),
    removeListener: (channel, f) => (subscribers.set(channel, of(channel).filter((g) => g !== f)), ipcRenderer),
  }
  const bridged = (value) => typeof value === 'function' ? (...args) => value(...args)
    : value && typeof value === 'object' && value.constructor === Object ? Object.freeze(Object.fromEntries(Object.entries(value).map(([k, v]) => [k, bridged(v)])))
    : value
  const contextBridge = { exposeInMainWorld: (key, value) => Object.defineProperty(globalThis, key, { value: bridged(value), enumerable: true }) }
  const require = (name) => { if (name !== 'electron') throw new Error('module not found: ' + name); return { contextBridge, ipcRenderer } }
  const process = { platform: ${JSON.stringify(process.platform)}, versions: {}, env: {}, sandboxed: true, contextIsolated: true, type: 'renderer' }
  const open = (url) => (void call('open', String(new URL(url, location.href)), []), null)
  globalThis.open = open
  addEventListener('click', (event) => { const a = event.target.closest?.('a[target=_blank]'); if (a) { event.preventDefault(); open(a.href) } }, true)
  const module = { exports: {} }
  ;(function (require, module, exports, process) { ${code}
  })(require, module, module.exports, process)
})()`
}

/** Byte arrays cross to the page as base64 of their own kind: Playwright's bindings carry JSON. */
const BYTES = '__doubleBytes'

function pack(value) {
  if (ArrayBuffer.isView(value))
    return {
      [BYTES]: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'),
    }
  if (Array.isArray(value)) return value.map(pack)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]))
}

// ---- windows

const windows = new Set()
let contentsMade = 0

class WebContents extends EventEmitter {
  id = ++contentsMade
  targetId = ''
  #openHandler
  constructor(window) {
    super()
    this.window = window
    this.session = session.defaultSession
  }
  setWindowOpenHandler = (handler) => void (this.#openHandler = handler)
  getURL = () => toApp(this.window.page?.url() ?? '')
  isDestroyed = () => this.window.isDestroyed()
  send(channel, ...args) {
    if (this.isDestroyed()) throw new Error('Object has been destroyed')
    void this.window.page
      ?.evaluate(
        ([c, a]) => globalThis.__doubleEmit?.(c, globalThis.__doubleUnpack(a)),
        [channel, pack(structuredClone(args))],
      )
      .catch(() => undefined)
  }
  openWindow(url) {
    const decision = this.#openHandler?.({ url, frameName: '', disposition: 'foreground-tab' })
    if (decision?.action === 'deny') return
    console.error(`electron double: the shell let a page open ${url}`)
    process.exit(1)
  }
  /** Whether the shell lets a navigation go on. */
  allows(event, details) {
    const seen = {
      ...details,
      defaultPrevented: false,
      preventDefault: () => void (seen.defaultPrevented = true),
    }
    this.emit(event, seen)
    return !seen.defaultPrevented
  }
  checkGuards() {
    const missing = [
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
    ].filter((event) => this.listenerCount(event) === 0)
    if (this.#openHandler === undefined) missing.push('setWindowOpenHandler')
    if (permissionHandlers.size < 3) missing.push('permission handlers')
    if (!app.isSandboxEnabled) missing.push('app.enableSandbox')
    if (missing.length > 0)
      throw new Error(`electron double: the shell lacks ${missing.join(', ')}`)
  }
}

const UNPACK = `globalThis.__doubleUnpack = (value) => {
  if (Array.isArray(value)) return value.map(__doubleUnpack)
  if (typeof value !== 'object' || value === null) return value
  if (typeof value.${BYTES} === 'string') return Uint8Array.from(atob(value.${BYTES}), (c) => c.charCodeAt(0))
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, __doubleUnpack(v)]))
}`

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [...windows]
  static fromWebContents = (contents) => contents.window
  page
  #isDestroyed = false
  #isMinimized = false
  constructor(options = {}) {
    super()
    const preferences = options.webPreferences ?? {}
    const isUnsafe =
      preferences.sandbox !== true ||
      preferences.contextIsolation !== true ||
      preferences.nodeIntegration !== false ||
      preferences.webSecurity !== true
    if (isUnsafe) throw new Error('electron double: unsafe webPreferences')
    this.options = options
    this.webContents = strict('webContents', new WebContents(this))
    windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    this.webContents.checkGuards()
  }
  async loadURL(url) {
    const http = await toHttp(url)
    this.page ??= await this.#openPage(await contextReady)
    await this.page.goto(http)
    this.emit('ready-to-show')
    this.webContents.emit('did-finish-load')
  }
  async #openPage(context) {
    const isFree = (page) =>
      page.url() === 'about:blank' && ![...windows].some((w) => w.page === page)
    const page = context.pages().find(isFree) ?? (await context.newPage())
    await page.setViewportSize({ width: this.options.width, height: this.options.height })
    const devTools = await context.newCDPSession(page)
    this.webContents.targetId = (await devTools.send('Target.getTargetInfo')).targetInfo.targetId
    await page.exposeBinding('__doubleIpc', ({ frame }, kind, channel, args) =>
      this.#receive(frame, kind, channel, args),
    )
    await page.addInitScript({ content: UNPACK })
    await page.addInitScript({
      content: wrapInvoke(preloadScript(readFileSync(this.options.webPreferences.preload, 'utf8'))),
    })
    page.on('popup', (popup) => void popup.close())
    page.on('close', () => this.#closed())
    await page.route('**', (route) => this.#navigate(route, page))
    return page
  }
  async #receive(frame, kind, channel, args) {
    if (kind === 'open') return this.webContents.openWindow(channel)
    const event = {
      sender: this.webContents,
      senderFrame: {
        url: toApp(frame.url()),
        origin: originOf(toApp(frame.url())),
        parent: frame.parentFrame(),
      },
    }
    const handler = handlers.get(channel)
    if (handler === undefined) return { error: `Error: No handler registered for '${channel}'` }
    try {
      return { ok: pack(structuredClone(await handler(event, ...args))) }
    } catch (error) {
      return { error: String(error) }
    }
  }
  #navigate(route, page) {
    const request = route.request()
    if (!request.isNavigationRequest() || page.url() === 'about:blank') return route.continue()
    const isMainFrame = request.frame() === page.mainFrame()
    const details = { url: toApp(request.url()), isMainFrame, isSameDocument: false }
    const contents = this.webContents
    const isAllowed =
      contents.allows('will-frame-navigate', details) &&
      (!isMainFrame || contents.allows('will-navigate', details))
    if (!isAllowed) return route.fulfill({ status: 204 })
    contents.emit('did-start-navigation', details)
    return route.continue()
  }
  show() {}
  focus() {
    this.emit('focus')
  }
  isDestroyed = () => this.#isDestroyed
  isMinimized = () => this.#isMinimized
  minimize() {
    this.#isMinimized = true
  }
  restore() {
    this.#isMinimized = false
  }
  close() {
    void this.page?.close()
  }
  destroy() {
    this.#closed()
  }
  #closed() {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this)
    this.webContents.emit('destroyed')
    this.emit('closed')
    // Electron quits by itself when nobody listens.
    if (windows.size === 0 && !app.emit('window-all-closed')) app.quit()
  }
}

/** Lets the preload see what `pack` made as what it was. */
function wrapInvoke(script) {
  return script.replace('return answer.ok', 'return globalThis.__doubleUnpack(answer.ok)')
}

// ---- the rest

const permissionHandlers = new Set()
export const session = {
  defaultSession: strict('session', {
    setPermissionRequestHandler: () => void permissionHandlers.add('request'),
    setPermissionCheckHandler: () => void permissionHandlers.add('check'),
    setDevicePermissionHandler: () => void permissionHandlers.add('device'),
  }),
}
export const dialog = strict('dialog', {
  showErrorBox: (title, text) => console.error(title, text),
})
export const Menu = strict('Menu', {
  setApplicationMenu: () => undefined,
  buildFromTemplate: (template) => ({ items: template }),
})
/** Playwright finds a window's contents by the id that DevTools gives it. */
export const webContents = strict('webContents', {
  getAllWebContents: () => [...windows].map((window) => window.webContents),
  fromDevToolsTargetId: (id) =>
    [...windows].map((window) => window.webContents).find((c) => c.targetId === id),
})
export default { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, webContents }
