import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { present } from '../base'
import { MAXIMUM_MESSAGE } from '../contract'
import {
  createRendererFiles,
  securityHeaders,
  type FileAnswer,
  type Lab,
  type RendererFiles,
} from '../host'
import { connectWindow } from './connection'
import { createGuard, type Guard } from './guard'

/*
 * The window over loopback. Whoever has the printed address has the lab: its token becomes an HttpOnly cookie and
 * leaves the address bar at once. Every request must name our exact Host (else 421) and, where browsers send one, our
 * exact Origin (else 403), so that neither another site nor a rebound name reaches the lab.
 * Not covered: other programs of the same user, which may read the address as the user can.
 */

const HOST = '127.0.0.1'
const LAB_PATH = '/lab'
const MAXIMUM_CONNECTIONS = 256
const NO_COOKIE =
  'Open the address that Cerrojo printed when it started.\nAbra la dirección que Cerrojo mostró al arrancar.\n'

export interface LabServerOptions {
  readonly lab: Lab
  /** The folder that the build of the window wrote. */
  readonly rendererFolder: string
  /** 0 lets the operating system choose. */
  readonly port: number
}

export interface LabServer {
  /** With the token: opens the window once, in any browser of this machine. */
  readonly address: string
  /** Ends every connection. The lab is its owner's to close. */
  close(): Promise<void>
}

interface Serving {
  readonly guard: Guard
  readonly files: RendererFiles
}

/** @throws the error of `listen` when the port is taken */
export async function startLabServer({
  lab,
  rendererFolder,
  port,
}: LabServerOptions): Promise<LabServer> {
  const server = createServer()
  server.headersTimeout = 5000
  server.requestTimeout = 10_000
  server.maxConnections = MAXIMUM_CONNECTIONS
  await listen(server, port)
  const token = randomBytes(32).toString('hex')
  const guard = createGuard(portOf(server), token)
  const files = createRendererFiles(rendererFolder)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAXIMUM_MESSAGE,
    perMessageDeflate: false,
  })

  server.on('request', (request, response) => void respond(request, response, { guard, files }))
  server.on('upgrade', (request, socket, head) => {
    const refused = upgradeRefusal(request, guard)
    if (refused !== undefined) refuseUpgrade(socket, refused)
    else sockets.handleUpgrade(request, socket, head, (webSocket) => connectWindow(webSocket, lab))
  })

  return {
    address: `${guard.origin}/?token=${token}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return present(typeof address === 'object' && address !== null ? address.port : undefined, 'port')
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const { status, headers, body } = await answer(request, serving)
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
}

async function answer(request: IncomingMessage, { guard, files }: Serving): Promise<FileAnswer> {
  if (!guard.isOwnHost(request)) return refusal(421)
  if (!guard.isOwnOrigin(request, false)) return refusal(403)
  const url = URL.parse(request.url ?? '/', guard.origin)
  // `//elsewhere/` is an address with a host of its own.
  if (url?.origin !== guard.origin) return refusal(400)
  const token = url.searchParams.get('token')
  if (token !== null && guard.isToken(token)) return welcome(guard.cookieName, token)
  if (!guard.hasCookie(request)) return refusal(401, NO_COOKIE)
  return files(request.method ?? '', url.pathname)
}

/** Sets the cookie and leads to the address without the token. */
function welcome(cookieName: string, token: string): FileAnswer {
  const cookie = `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`
  return {
    status: 303,
    headers: { ...securityHeaders(), 'Set-Cookie': cookie, Location: '/' },
    body: new Uint8Array(),
  }
}

function refusal(status: number, text = ''): FileAnswer {
  return {
    status,
    headers: { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode(text),
  }
}

/** Browsers send an Origin with every WebSocket; a request without one is no window. */
function upgradeRefusal(request: IncomingMessage, guard: Guard): string | undefined {
  if (!guard.isOwnHost(request)) return '421 Misdirected Request'
  if (!guard.isOwnOrigin(request, true)) return '403 Forbidden'
  if (!guard.hasCookie(request)) return '401 Unauthorized'
  return request.url === LAB_PATH ? undefined : '404 Not Found'
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => undefined)
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
