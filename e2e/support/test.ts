import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type ConsoleMessage, type Page } from '@playwright/test'
import { launchHost, type Host, type HostKind, type Language } from './host'
import { Workbench } from './workbench'

export interface HostFixtures {
  /** Set by the project. */
  hostKind: HostKind
  /** Of the operating system; the window starts in it. */
  language: Language
  /** New and empty for every test; shared by the hosts that one test starts. */
  dataFolder: string
  host: Host
  page: Page
  /** The page as a person uses it, its scenarios loaded. */
  workbench: Workbench
  /** What the page's console and exceptions said; a test that expects some empties it. */
  problems: string[]
}

/** Adds a host with its window, closed after the test; a test passes only if its page reported no problem. */
export const test = base.extend<HostFixtures>({
  hostKind: ['server', { option: true }],
  language: ['es-ES', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cerrojo-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  },
  host: async ({ hostKind, dataFolder, language }, use) => {
    const host = await launchHost({ kind: hostKind, dataFolder, language })
    try {
      await use(host)
    } finally {
      await host.close()
    }
  },
  page: async ({ host, problems }, use) => {
    await listen(host.page, problems)
    await use(host.page)
    expect(problems).toEqual([])
  },
  workbench: async ({ page, language }, use) => {
    const workbench = new Workbench(page, language)
    await workbench.open()
    await use(workbench)
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern
  problems: async ({}, use) => {
    await use([])
  },
})

export { expect }

export const LANGUAGES: readonly Language[] = ['es-ES', 'en-US']

/**
 * One window for all tests of the describe block that calls it: prepared once, then only looked at in ever new ways, in
 * order. Returns what gives the workbench inside a test. Reports the page's problems after each test, as `test` does.
 */
export function shareWorkbench(
  prepare: (workbench: Workbench) => Promise<void> = () => Promise.resolve(),
): () => Workbench {
  let shared: { host: Host; folder: string; workbench: Workbench } | undefined
  const problems: string[] = []
  test.describe.configure({ mode: 'default' })
  test.beforeAll(async ({ hostKind, language }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cerrojo-e2e-'))
    const host = await launchHost({ kind: hostKind, dataFolder: folder, language })
    const workbench = new Workbench(host.page, language)
    shared = { host, folder, workbench }
    await listen(host.page, problems)
    await workbench.open()
    await prepare(workbench)
  })
  test.afterEach(() => {
    expect(problems.splice(0)).toEqual([])
  })
  test.afterAll(async () => {
    await shared?.host.close()
    if (shared !== undefined) rmSync(shared.folder, { recursive: true, force: true, maxRetries: 3 })
  })
  return () => {
    if (shared === undefined) throw new Error('the window is open only inside tests')
    return shared.workbench
  }
}

/** Also hears what was said before the test began: the page loads with the host. */
async function listen(page: Page, problems: string[]): Promise<void> {
  const hear = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  }
  page.on('console', hear)
  page.on('pageerror', (error) => problems.push(String(error)))
  for (const message of await page.consoleMessages()) hear(message)
  for (const error of await page.pageErrors()) problems.push(String(error))
}
