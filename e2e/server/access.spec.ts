import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { request, type Page } from '@playwright/test'
import { startServer, stopServer } from '../support/host'
import { expect, test } from '../support/test'

/** Whether a WebSocket to the lab opens from a page. */
async function opens(page: Page, url: string): Promise<boolean> {
  return page.evaluate(
    (address) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address)
        socket.onopen = () => resolve(true)
        socket.onerror = () => resolve(false)
      }),
    url,
  )
}

test('the token leaves the address bar and stays in a cookie that scripts cannot read', async ({
  page,
  host,
}) => {
  const { origin } = new URL(host.address ?? '')
  expect(page.url()).toBe(`${origin}/`)
  expect(await page.evaluate(() => document.cookie)).toBe('')
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  await page.reload()
  await expect(page).toHaveTitle(/^Cerrojo/)
})

test('the page reaches the lab over its own WebSocket', async ({ page, host }) => {
  expect(await opens(page, `ws://${new URL(host.address ?? '').host}/lab`)).toBe(true)
})

test('a page of another port does not reach the lab, although the browser sends it the cookie', async ({
  page,
  host,
}) => {
  const { host: own, port } = new URL(host.address ?? '')
  let sent = ''
  const foreign = createServer((request, response) => {
    sent = request.headers.cookie ?? ''
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>foreign')
  })
  await new Promise<void>((resolve) => void foreign.listen(0, '127.0.0.1', resolve))
  const address = foreign.address()
  const other = await page.context().newPage()
  try {
    await other.goto(`http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`)
    expect(sent).toContain(`cerrojo-${port}=`)
    expect(await opens(other, `ws://${own}/lab`)).toBe(false)
  } finally {
    foreign.closeAllConnections()
    foreign.close()
  }
})

test('a stranger gets nothing: no token, wrong token, wrong host, wrong origin', async ({
  dataFolder,
}) => {
  const { child, address } = await startServer({ kind: 'server', dataFolder, language: 'es-ES' })
  const stranger = await request.newContext()
  try {
    const { origin, port } = new URL(address)
    const status = async (url: string, headers: Record<string, string> = {}): Promise<number> =>
      (await stranger.get(url, { headers, maxRedirects: 0 })).status()
    expect(await status(`${origin}/`)).toBe(401)
    expect(await status(`${origin}/?token=${'0'.repeat(64)}`)).toBe(401)
    expect(await status(address, { host: `evil.example:${port}` })).toBe(421)
    expect(await status(address, { origin: 'http://evil.example' })).toBe(403)
    expect(await status(address)).toBe(303)
  } finally {
    await stranger.dispose()
    await stopServer(child)
  }
})

test('the server ends in order when it is asked to, even twice', async ({ dataFolder }) => {
  const { child } = await startServer({ kind: 'server', dataFolder, language: 'es-ES' })
  child.kill('SIGINT')
  child.kill('SIGINT')
  await stopServer(child)
  expect(child.exitCode).toBe(0)
  // A database that was closed has no write-ahead log.
  expect(readdirSync(dataFolder)).toEqual(['cerrojo.db'])
})
