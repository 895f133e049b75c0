import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MESSAGES } from '.'

const SECTIONS = ['ui', 'outcome'] as const

/** Every text of a tree by its dotted key. */
function flatten(tree: object, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const path = `${prefix}.${key}`
    if (typeof value === 'string') return [[path, value] as const]
    return typeof value === 'object' && value !== null ? flatten(value, path) : []
  })
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort()

describe.each(SECTIONS)('the texts of %s', (section) => {
  const es = new Map(flatten(MESSAGES.es[section], section))
  const en = new Map(flatten(MESSAGES.en[section], section))

  it('have the same keys in both languages', () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('have the same placeholders in both languages', () => {
    for (const [key, text] of es)
      expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(text))
  })

  it('hold no character that the message format reserves', () => {
    for (const text of [...es.values(), ...en.values()]) {
      expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[@|{}]/)
    }
  })
})

describe('the texts of the window', () => {
  const root = resolve(import.meta.dirname, '../renderer')
  const source = globSync('**/*.{ts,vue}', { cwd: root })
    .filter((file) => !/\.(test|testing)\.ts$/.test(file))
    .map((file) => readFileSync(resolve(root, file), 'utf8'))
    .join('\n')
  const used = [...source.matchAll(/['`]((?:ui|outcome)\.(?:[\w.-]|\$\{[^}]*\})+)['`]/g)].map(
    (m) => m[1] ?? '',
  )
  const keys = SECTIONS.flatMap((section) =>
    flatten(MESSAGES.en[section], section).map(([key]) => key),
  )

  /** A key in the source as a pattern: what stands in `${…}` may be any one part. */
  const pattern = (key: string): RegExp =>
    new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`)

  it('hold every key that is used', () => {
    const missing = used.filter((key) => !keys.some((known) => pattern(key).test(known)))
    expect(missing).toEqual([])
  })

  it('hold no key that nothing uses', () => {
    const patterns = used.map(pattern)
    const unused = keys.filter((key) => !patterns.some((found) => found.test(key)))
    expect(unused).toEqual([])
  })
})
