import { expect, test } from '../support/test'

test('the page has the bridge and nothing of Node', async ({ page }) => {
  expect(await page.evaluate(() => Object.keys(window.cerrojo ?? {}))).toEqual(['call', 'onEvent'])
  const node = ['require', 'process', 'module', 'Buffer', 'global', '__dirname']
  expect(await page.evaluate((names) => names.filter((name) => name in globalThis), node)).toEqual(
    [],
  )
})

test('the page stays where it is', async ({ page, host }) => {
  const before = page.url()
  // Listens after the shell has, so it sees what the shell decided; whichever of the two events comes first counts.
  await host.app?.evaluate(({ BrowserWindow }) => {
    const decisions: Record<string, boolean> = {}
    Object.assign(globalThis, { decisions })
    const note = (details: { url: string; defaultPrevented: boolean }): void => {
      decisions[details.url] = details.defaultPrevented
    }
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-navigate', note)
    contents?.on('will-frame-navigate', note)
  })
  const decisions = (): Promise<unknown> | undefined =>
    host.app?.evaluate(() => (globalThis as { decisions?: unknown }).decisions)
  await page.evaluate(() => void (location.href = 'https://example.org/'))
  await expect.poll(decisions).toEqual({ 'https://example.org/': true })
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<a id="away" href="http://127.0.0.1:9/">away</a>',
    )
    document.getElementById('away')?.click()
  })
  await expect
    .poll(decisions)
    .toEqual({ 'https://example.org/': true, 'http://127.0.0.1:9/': true })
  expect(page.url()).toBe(before)
  await expect(page).toHaveTitle(/^Cerrojo/)
})

test('no window opens, whoever asks', async ({ page, host }) => {
  await page.evaluate(() => {
    window.open('https://example.org/')
    const link = document.createElement('a')
    link.href = 'https://example.org/link'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.remove()
  })
  expect(
    await host.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1)
  expect(host.app?.windows()).toHaveLength(1)
})

test('what the contract does not know is refused with a code', async ({ page }) => {
  const codes = await page.evaluate(async () => {
    const codeOf = async (name: string, payload: unknown): Promise<string | undefined> => {
      const result = await window.cerrojo?.call(name, payload)
      return result?.ok === false ? result.error.code : 'none'
    }
    return [
      await codeOf('nope', {}),
      await codeOf('settings.set', { locale: 'fr' }),
      await codeOf('runs.open', { id: '../../etc/passwd' }),
    ]
  })
  expect(codes).toEqual(['unknownCall', 'badPayload', 'notFound'])
})

test('a second start shows the window that is there', async ({ host }) => {
  const isMinimized = await host.app?.evaluate(({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.minimize()
    app.emit('second-instance')
    return window?.isMinimized()
  })
  expect(isMinimized).toBe(false)
})

test('closing the last window ends the program', async ({ host }) => {
  const ended = host.app?.waitForEvent('close')
  await host.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
})
