import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRendererFiles, type FileAnswer, type RendererFiles } from './rendererFiles'
import { temporaryFolder } from './temporaryFolder.testing'

function files(): RendererFiles {
  const outside = temporaryFolder()
  const root = join(outside, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(outside, 'secret.json'), 'secret')
  writeFileSync(join(root, 'index.html'), '<meta name="csp-nonce" content="%CSP_NONCE%"><p>ñ</p>')
  writeFileSync(join(root, 'assets', 'index-Bx_1.js'), 'let x')
  writeFileSync(join(root, '.hidden.js'), 'secret')
  return createRendererFiles(root)
}

function text(answer: FileAnswer): string {
  return new TextDecoder().decode(answer.body)
}

const TRAVERSALS = [
  '/../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/%2e%2e%2fsecret.json',
  '/..\\secret.json',
  '/..%5csecret.json',
  '/assets/../../secret.json',
  '/assets/..%2f..%2fsecret.json',
  '/./../secret.json',
  '//secret.json',
  '///etc/passwd',
  '/etc/passwd',
  '/C:/secret.json',
  '/C:%5csecret.json',
  '/index.html%00.js',
  '/index.html\0.js',
  '/index.html::$DATA',
  '/.hidden.js',
  '/assets',
  '/assets/',
  '/index.html/',
  '/%',
  '/%ff.js',
  '/INDEX.HTML',
  '',
  'index.html',
  '/assets/./index-Bx_1.js',
  '/…/secret.json',
  '/index.html?x',
  '/file.py',
]

describe('files of the window', () => {
  it('are served with their type', async () => {
    const answer = await files()('GET', '/assets/index-Bx_1.js')
    expect(answer.status).toBe(200)
    expect(answer.headers['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(text(answer)).toBe('let x')
  })

  it('start with index.html, with a nonce of its own in page and policy', async () => {
    const serve = files()
    const nonces = new Set<string>()
    for (const path of ['/', '/index.html', '/']) {
      const answer = await serve('GET', path)
      const nonce = /content="([^"]+)"><p>ñ/.exec(text(answer))?.[1] ?? 'none'
      expect(answer.headers['Content-Security-Policy']).toContain(
        `style-src 'self' 'nonce-${nonce}'`,
      )
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it.each(TRAVERSALS)('are not found at %j', async (path) => {
    const answer = await files()('GET', path)
    expect({ status: answer.status, text: text(answer) }).toEqual({ status: 404, text: '' })
  })

  it('are only read', async () => {
    expect((await files()('POST', '/index.html')).status).toBe(405)
  })

  it.each(['/index.html', '/none.html', '/assets/index-Bx_1.js'])(
    'at %s have the security headers',
    async (path) => {
      const { headers } = await files()('GET', path)
      expect(headers['Content-Security-Policy']).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'[^;]*; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      )
      expect(headers).toMatchObject({
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      })
    },
  )
})
