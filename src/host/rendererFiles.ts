import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface FileAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** Answers a request for a file of the built window; never throws. */
export type RendererFiles = (method: string, pathname: string) => Promise<FileAnswer>

/** Stands in index.html; every answer puts its own nonce there, for the styles that CodeMirror makes at run time. */
const NONCE_PLACEHOLDER = '%CSP_NONCE%'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** What the build may name a file. No escapes, drive letters, streams, hidden files or `..`. */
const ALLOWED_PATH = /^(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/

function contentSecurityPolicy(nonce: string | undefined): string {
  const style = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** On every answer of a host, whatever its status. */
export function securityHeaders(nonce?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }
}

/** Serves the files below `root`, the folder that the build of the window wrote. */
export function createRendererFiles(root: string): RendererFiles {
  return async (method, pathname) => {
    if (method !== 'GET' && method !== 'HEAD') return refusal(405)
    const path = pathname === '/' ? '/index.html' : pathname
    const type = TYPES[extname(path)]
    if (!ALLOWED_PATH.test(path) || type === undefined) return refusal(404)
    try {
      const bytes = await readFile(join(root, path))
      return path.endsWith('.html') ? page(bytes.toString('utf8'), type) : file(bytes, type)
    } catch {
      return refusal(404)
    }
  }
}

function page(html: string, type: string): FileAnswer {
  const nonce = randomBytes(16).toString('base64')
  const body = new TextEncoder().encode(html.replaceAll(NONCE_PLACEHOLDER, nonce))
  return { status: 200, headers: { ...securityHeaders(nonce), 'Content-Type': type }, body }
}

function file(bytes: Uint8Array, type: string): FileAnswer {
  return {
    status: 200,
    headers: { ...securityHeaders(), 'Content-Type': type },
    body: new Uint8Array(bytes),
  }
}

function refusal(status: number): FileAnswer {
  return { status, headers: securityHeaders(), body: new Uint8Array() }
}
