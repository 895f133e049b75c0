import { mkdirSync, writeFileSync } from 'node:fs'
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { HostEvent } from '../contract'
import { createLab, type Lab } from '../host'
import { createFakeEngine, RESULT, type FakeEngine } from '../host/fakeEngine.testing'
import { temporaryFolder } from '../host/temporaryFolder.testing'
import { browserCommand } from './browser'
import { startLabServer } from './labServer'

interface Scene {
  readonly lab: Lab
  readonly engine: FakeEngine
  readonly origin: string
  readonly port: number
  readonly token: string
  readonly cookie: string
}

async function scene(): Promise<Scene> {
  const folder = temporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(rendererFolder)
  writeFileSync(join(rendererFolder, 'index.html'), '<p>window</p>')
  const engine = createFakeEngine()
  const lab = createLab({
    engine,
    dataFolder: join(folder, 'data'),
    contentFolder: folder,
    version: '1',
    kind: 'server',
    log: () => undefined,
  })
  const server = await startLabServer({ lab, rendererFolder, port: 0 })
  onTestFinished(async () => {
    await server.close()
    await lab.close()
  })
  const url = new URL(server.address)
  const token = url.searchParams.get('token') ?? ''
  return {
    lab,
    engine,
    origin: url.origin,
    port: Number(url.port),
    token,
    cookie: `cerrojo-${url.port}=${token}`,
  }
}

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

function get(
  { port }: Scene,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    request.on('error', reject)
    request.end()
  })
}

/** A header that is empty is not sent. */
function socketOf(
  { port, cookie, origin }: Scene,
  headers: Record<string, string> = {},
): WebSocket {
  const all = Object.entries({ cookie, origin, ...headers }).filter(([, value]) => value !== '')
  const socket = new WebSocket(`ws://127.0.0.1:${port}/lab`, { headers: Object.fromEntries(all) })
  onTestFinished(() => socket.terminate())
  return socket
}

/** The status with which an upgrade is refused, 101 when it is not. */
function upgradeStatus(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => undefined)
  })
}

async function opened(s: Scene): Promise<WebSocket> {
  const socket = socketOf(s)
  expect(await upgradeStatus(socket)).toBe(101)
  return socket
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => void socket.once('close', resolve))
}

function nextFrame(socket: WebSocket): Promise<unknown> {
  return new Promise(
    (resolve) =>
      void socket.once('message', (data: Buffer) => resolve(decode(new Uint8Array(data)))),
  )
}

describe('the address', () => {
  it('turns its token into a cookie that scripts cannot read, and leads to the clean address', async () => {
    const s = await scene()
    const { status, headers } = await get(s, `/?token=${s.token}`)
    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' })
    expect(headers['set-cookie']).toEqual([`${s.cookie}; HttpOnly; SameSite=Strict; Path=/`])
    expect(s.token).toMatch(/^[0-9a-f]{64}$/)
    expect((await get(s, '/', { cookie: s.cookie })).text).toBe('<p>window</p>')
  })

  it.each([
    ['nothing', '/', ''],
    ['a wrong token', `/?token=${'0'.repeat(64)}`, ''],
    ['an empty token', '/?token=', ''],
    ['a wrong cookie', '/', `x${'0'.repeat(64)}`],
  ])('gives nothing away for %s', async (_what, path, cookie) => {
    const s = await scene()
    const { status, text } = await get(s, path, { cookie: `cerrojo-${s.port}=${cookie}` })
    expect(status).toBe(401)
    expect(text).toContain('Abra la dirección')
    expect(text).not.toContain('window')
  })

  it('does not know the cookie of another port', async () => {
    const s = await scene()
    expect((await get(s, '/', { cookie: `cerrojo-1=${s.token}` })).status).toBe(401)
  })
})

describe('requests', () => {
  it.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    '127.0.0.1.evil.example',
    '127.0.0.1:1',
    '[::1]',
  ])('for the host %s are misdirected', async (host) => {
    const s = await scene()
    expect((await get(s, '/', { cookie: s.cookie, host })).status).toBe(421)
    expect((await get(s, `/?token=${s.token}`, { host })).headers['set-cookie']).toBeUndefined()
  })

  it.each([
    'null',
    'http://evil.example',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1',
  ])('from the origin %s are forbidden', async (origin) => {
    const s = await scene()
    expect((await get(s, '/', { cookie: s.cookie, origin })).status).toBe(403)
    expect((await get(s, `/?token=${s.token}`, { origin })).status).toBe(403)
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/none.js',
    '//evil.example/',
    'http://evil.example/',
  ])('for %s get no file', async (path) => {
    const s = await scene()
    expect([400, 404]).toContain((await get(s, path, { cookie: s.cookie })).status)
  })

  it('only read', async () => {
    const s = await scene()
    expect((await get(s, '/', { cookie: s.cookie }, 'POST')).status).toBe(405)
    expect(await get(s, '/', { cookie: s.cookie }, 'HEAD')).toMatchObject({ status: 200, text: '' })
  })

  it('have the security headers, refused or not', async () => {
    const s = await scene()
    for (const headers of [{}, { host: 'evil.example' }, { cookie: s.cookie }]) {
      const reply = await get(s, '/', headers)
      expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
      expect(reply.headers['x-content-type-options']).toBe('nosniff')
      expect(reply.headers['cross-origin-opener-policy']).toBe('same-origin')
    }
  })

  it('that are no HTTP do not stop the server', async () => {
    const s = await scene()
    await new Promise<void>((resolve) => {
      const socket = createConnection(
        { host: '127.0.0.1', port: s.port },
        () => void socket.write('\0\x01rubbish\r\n\r\n'),
      )
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
      socket.resume()
    })
    expect((await get(s, '/', { cookie: s.cookie })).status).toBe(200)
  })
})

describe('the WebSocket', () => {
  it.each<[string, Record<string, string>, number]>([
    ['another host', { host: 'evil.example' }, 421],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['an origin that only begins like ours', { origin: 'http://127.0.0.1.evil.example' }, 403],
    ['no origin', { origin: '' }, 403],
    ['no cookie', { cookie: '' }, 401],
    ['a wrong cookie', { cookie: 'cerrojo=1' }, 401],
  ])('is refused with %s', async (_what, headers, status) => {
    expect(await upgradeStatus(socketOf(await scene(), headers))).toBe(status)
  })

  it('stands at one path', async () => {
    const { port, cookie, origin } = await scene()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/other`, { headers: { cookie, origin } })
    onTestFinished(() => socket.terminate())
    expect(await upgradeStatus(socket)).toBe(404)
  })

  it('carries calls and their answers', async () => {
    const socket = await opened(await scene())
    socket.send(encode({ id: 7, name: 'settings.get', payload: {} }))
    expect(await nextFrame(socket)).toEqual({
      id: 7,
      result: { ok: true, value: { locale: 'en', theme: 'system', timeout: 10 } },
    })
  })

  it('answers what the contract does not know with a code', async () => {
    const socket = await opened(await scene())
    socket.send(encode({ id: 1, name: 5, payload: null }))
    expect(await nextFrame(socket)).toMatchObject({
      id: 1,
      result: { ok: false, error: { code: 'unknownCall' } },
    })
    socket.send(encode({ id: 2, name: 'settings.set', payload: { locale: 'es' } }))
    expect(await nextFrame(socket)).toMatchObject({
      id: 2,
      result: { ok: false, error: { code: 'badPayload' } },
    })
  })

  it('carries the events of the runs it started, and stops them when it closes', async () => {
    const s = await scene()
    const socket = await opened(s)
    const payload = {
      program: { source: '', name: 'x.py' },
      options: { mode: 'simulate', scheduler: 'random', seed: 0 },
    }
    socket.send(encode({ id: 1, name: 'run.start', payload }))
    expect(await nextFrame(socket)).toMatchObject({
      result: { ok: true, value: { kind: 'started' } },
    })
    s.engine.last().finish()
    const { event } = (await nextFrame(socket)) as { event: { record: object } }
    expect(event).toMatchObject({ kind: 'finished', trace: RESULT.trace })
    // What is absent is left out, not null, so that the window's schema takes it.
    expect(HostEvent.safeParse(event).error).toBeUndefined()

    socket.send(encode({ id: 2, name: 'run.start', payload }))
    await nextFrame(socket)
    const over = new Promise((resolve) => s.lab.onEvent(resolve))
    socket.close()
    await over
    expect(s.engine.last().isStopped).toBe(true)
  })

  it.each<[string, Uint8Array | string]>([
    ['text', 'hello'],
    ['no msgpack', Uint8Array.from([0xc1])],
    ['half a frame', encode({ id: 1, name: 'runs.list', payload: {} }).subarray(0, 9)],
    ['no frame', encode([1, 2])],
    ['no id', encode({ name: 'runs.list', payload: {} })],
    ['a fractional id', encode({ id: 0.5, name: 'runs.list', payload: {} })],
    ['nothing', new Uint8Array()],
  ])('is closed after %s', async (_what, data) => {
    const socket = await opened(await scene())
    const code = closeCode(socket)
    socket.send(data)
    expect(await code).toBe(1003)
  })

  it('is closed after a message of more than 8 MB, and the server goes on', async () => {
    const s = await scene()
    const socket = await opened(s)
    const code = closeCode(socket)
    socket.send(new Uint8Array(8 * 2 ** 20 + 1))
    expect(await code).toBe(1009)
    await opened(s)
  })
})

it('the default browser is asked only where there is a display', () => {
  const [address] = ['http://127.0.0.1:1/?token=x']
  expect(browserCommand(address, 'linux', {})).toBeUndefined()
  expect(browserCommand(address, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', address])
  expect(browserCommand(address, 'linux', { WAYLAND_DISPLAY: 'w' })).toEqual(['xdg-open', address])
  expect(browserCommand(address, 'darwin', {})).toEqual(['open', address])
  expect(browserCommand(address, 'win32', {})).toEqual([
    'rundll32',
    'url.dll,FileProtocolHandler',
    address,
  ])
})
