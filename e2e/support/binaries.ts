import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import manifest from '../../package.json' with { type: 'json' }

/** The path of the Electron binary. Never triggers electron's own download, as importing it would. */
export function electronBinary(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const name = join(folder, 'path.txt')
  const binary = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : ''
  return existsSync(binary) ? binary : undefined
}

/** For the packed Chromium, which runs as any user; it draws without a GPU quicker than with one that is made believe. */
const CHROMIUM_SWITCHES = ['--no-sandbox', '--disable-gpu']

/** How to start the browser that `prepareChromium` chose. */
export function chromiumOptions(): { executablePath?: string; args?: string[] } {
  const executablePath = process.env['CERROJO_CHROMIUM']
  return executablePath === undefined ? {} : { executablePath, args: CHROMIUM_SWITCHES }
}

/**
 * One browser for all workers: `CERROJO_CHROMIUM`, else Playwright's own, else the one packed in @sparticuz/chromium,
 * unpacked once. The package keeps whatever `chromium` already stands in the temporary folder, so it gets a folder per
 * version.
 */
export async function prepareChromium(): Promise<void> {
  if (process.env['CERROJO_CHROMIUM'] !== undefined || existsSync(chromium.executablePath())) return
  const folder = resolve(
    'node_modules/.cache',
    `chromium-${manifest.devDependencies['@sparticuz/chromium']}`,
  )
  mkdirSync(folder, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  const { default: binary } = await import('@sparticuz/chromium')
  process.env['CERROJO_CHROMIUM'] = await binary.executablePath()
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
}
