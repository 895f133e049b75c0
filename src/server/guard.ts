import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What an address may do at the server on `port` whose secret is `token`. */
export interface Guard {
  /** The only origin that exists for this server. */
  readonly origin: string
  /** Name of the cookie: browsers do not keep cookies of different ports apart. */
  readonly cookieName: string
  /** The `Host` is ours: false for a name that an attacker made point to this machine. */
  isOwnHost(request: IncomingMessage): boolean
  /** The `Origin` is ours, or (for what browsers send without one) absent. */
  isOwnOrigin(request: IncomingMessage, isRequired: boolean): boolean
  /** The request carries the secret in its cookie. */
  hasCookie(request: IncomingMessage): boolean
  isToken(candidate: string): boolean
}

export function createGuard(port: number, token: string): Guard {
  const origin = `http://127.0.0.1:${port}`
  const cookieName = `cerrojo-${port}`
  const expected = Buffer.from(token)

  /** Takes as long for a nearly right candidate as for a wrong one. */
  function isToken(candidate: string): boolean {
    const given = Buffer.from(candidate)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  return {
    origin,
    cookieName,
    isOwnHost: (request) => request.headers.host === `127.0.0.1:${port}`,
    isOwnOrigin(request, isRequired) {
      const given = request.headers.origin
      return given === undefined ? !isRequired : given === origin
    },
    hasCookie(request) {
      const cookies = (request.headers.cookie ?? '').split('; ')
      return cookies.some(
        (c) => c.startsWith(`${cookieName}=`) && isToken(c.slice(cookieName.length + 1)),
      )
    },
    isToken,
  }
}
