import { join } from 'node:path'

/** The window, with everything that keeps its page away from the operating system said aloud, defaults included. */
export function windowOptions(buildFolder: string) {
  return {
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Cerrojo',
    webPreferences: {
      preload: join(buildFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  } as const
}

/** Standard menus by role: Electron brings their shortcuts, and on macOS copy and paste depend on them. */
export const MENU = [
  ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
  { role: 'fileMenu' as const },
  { role: 'editMenu' as const },
  { role: 'viewMenu' as const },
  { role: 'windowMenu' as const },
]
