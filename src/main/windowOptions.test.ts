import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MENU, windowOptions } from './windowOptions'

it('the page is kept away from the operating system', () => {
  expect(windowOptions('/out').webPreferences).toEqual({
    preload: join('/out', 'preload', 'index.cjs'),
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
  })
})

it('the menu is made of roles, which bring their shortcuts', () => {
  expect(MENU.map((item) => item.role)).toEqual(
    expect.arrayContaining(['editMenu', 'viewMenu', 'windowMenu']),
  )
})
