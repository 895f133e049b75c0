import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  session,
  type WebContents,
} from 'electron'
import {
  createEngine,
  createLab,
  createRendererFiles,
  createSession,
  readHostOptions,
  type Lab,
  type Session,
} from '../host'
import exploreWorkerFile from '../host/explore.worker?modulePath'
import liveWorkerFile from '../live/live.worker?modulePath'
import { isOwnPage, SCHEME, START_PAGE } from './navigation'
import { isPermitted } from './permissions'
import { route } from './router'
import { MENU, windowOptions } from './windowOptions'

/*
 * The Electron shell: one window on `app://cerrojo/`, no other page, no permission that is not named, no lab logic.
 * Everything that decides stands in the files beside this one, which know no Electron and are tested without it.
 */

const build = join(import.meta.dirname, '..')
const program = join(build, '..')
/** One session per window, by the id of its contents. */
const sessions = new Map<number, Session>()

function main(): void {
  const { dataFolder } = readHostOptions(process.argv.slice(1), besideProgram())
  // Chromium keeps its caches beside the lab's data, so that a portable copy leaves nothing elsewhere.
  const profile = join(dataFolder, 'window')
  prepareFolder(profile)
  app.setPath('userData', profile)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  // A second start shows the window that is there; the lock is per data folder.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.on('second-instance', showWindow)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(() => start(dataFolder))
    .catch(reportFailure)
}

/** A worker cannot start from inside the archive: the packed program keeps the file beside it. */
function workerPath(file: string): string {
  return file.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
}

/** An installed program looks for `data` beside its executable, a checkout beside package.json. */
function besideProgram(): string {
  return app.isPackaged ? join(app.getPath('exe'), '..') : program
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    // The lab then works in memory and says so.
  }
}

async function start(dataFolder: string): Promise<void> {
  const lab = createLab({
    engine: createEngine({
      live: workerPath(liveWorkerFile),
      explore: workerPath(exploreWorkerFile),
    }),
    dataFolder,
    contentFolder: join(program, 'content'),
    version: app.getVersion(),
    kind: 'electron',
    systemLocale: app.getLocale(),
  })
  closeWithProgram(lab)
  serveRenderer()
  guardPermissions()
  ipcMain.handle('cerrojo:call', (event, ...message: unknown[]) =>
    route(event.senderFrame, sessions.get(event.sender.id), message),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(MENU))
  await openWindow(lab)
}

/** The first wish to quit waits until the runs are saved. */
function closeWithProgram(lab: Lab): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void lab.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

function serveRenderer(): void {
  const files = createRendererFiles(join(build, 'renderer'))
  protocol.handle(SCHEME, async ({ method, url }) => {
    const path = isOwnPage(url) ? new URL(url).pathname : ''
    const { status, headers, body } = await files(method, path)
    return new Response(body, { status, headers })
  })
}

function guardPermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isPermitted(permission, requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin),
  )
  defaultSession.setDevicePermissionHandler(() => false)
}

/** Holds for every contents there will ever be, whoever makes it. */
function guardContents(contents: WebContents): void {
  const stay = (details: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnPage(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

async function openWindow(lab: Lab): Promise<void> {
  const window = new BrowserWindow(windowOptions(build))
  const { webContents } = window
  const { id } = webContents
  const begin = (): void => {
    sessions.get(id)?.close()
    const send = (event: unknown): void => {
      if (!webContents.isDestroyed()) webContents.send('cerrojo:event', event)
    }
    sessions.set(id, createSession(lab, send))
  }
  begin()
  // A page that loads anew knows nothing of the runs of the one before.
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) begin()
  })
  webContents.on('destroyed', () => {
    sessions.get(id)?.close()
    sessions.delete(id)
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(START_PAGE)
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

function reportFailure(error: unknown): void {
  dialog.showErrorBox('Cerrojo', String(error))
  app.exit(1)
}

main()
