import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { isPermitted } from './permissions'

/** Every permission name that the installed Electron declares. */
function declaredPermissions(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const types = readFileSync(join(folder, 'electron.d.ts'), 'utf8')
  const signatures = types.matchAll(
    /setPermission(?:Check|Request)Handler\(handler: \(\(webContents: [^,]+, permission: ([^,]+),/g,
  )
  const names = [...signatures].flatMap((m) =>
    (m[1] ?? '').split('|').map((n) => n.trim().replaceAll("'", '')),
  )
  return [...new Set(names)].sort()
}

const PAGE = 'app://cerrojo/index.html'

it('of every permission that Electron knows, two are granted to our own page', () => {
  const names = declaredPermissions()
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => isPermitted(name, PAGE))).toEqual([
    'clipboard-sanitized-write',
    'fullscreen',
  ])
  expect(names.filter((name) => isPermitted(name, 'app://cerrojo'))).toHaveLength(2)
})

it('none is granted to another page', () => {
  const elsewhere = ['https://evil.example/', 'file:///x', 'app://evil/', '', 'null']
  expect(
    elsewhere.flatMap((url) => declaredPermissions().filter((name) => isPermitted(name, url))),
  ).toEqual([])
})

it('a permission that does not exist yet is refused', () => {
  expect(['', 'telepathy', 'constructor', 'has'].filter((name) => isPermitted(name, PAGE))).toEqual(
    [],
  )
})
