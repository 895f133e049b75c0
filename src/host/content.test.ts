import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readScenarios } from './content'
import { temporaryFolder } from './temporaryFolder.testing'

const TEXT = { es: 'hola', en: 'hello' }

function scenario(slug: string, rest: object = {}): object {
  return {
    slug,
    family: 'bank',
    order: 1,
    title: TEXT,
    summary: TEXT,
    tags: [],
    variants: [
      { id: 'unsafe', title: TEXT, expected: { verdict: 'safe', kinds: [], outcomes: ['1\n'] } },
    ],
    ...rest,
  }
}

function write(root: string, folder: string, files: Record<string, string>): void {
  const at = join(root, 'scenarios', folder)
  mkdirSync(at, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text)
}

function whole(json: object): Record<string, string> {
  return {
    'scenario.json': JSON.stringify(json),
    'es.md': '# Hola',
    'en.md': '# Hello',
    'unsafe.py': 'print("ñ")\n',
  }
}

it('a scenario comes with its sources and notes', async () => {
  const root = temporaryFolder()
  write(root, 'transfer', whole(scenario('transfer')))
  expect(await readScenarios(root)).toEqual({
    scenarios: [
      {
        ...scenario('transfer'),
        sources: { unsafe: 'print("ñ")\n' },
        notes: { es: '# Hola', en: '# Hello' },
      },
    ],
    problems: [],
  })
})

it('scenarios are sorted by family, order and slug', async () => {
  const root = temporaryFolder()
  const add = (slug: string, rest: object): void => write(root, slug, whole(scenario(slug, rest)))
  add('a-last', { family: 'classics', order: 0 })
  add('b-second', { order: 2 })
  add('z-first', { order: 1 })
  add('c-third', { order: 2 })
  add('central', { family: 'central' })
  const { scenarios } = await readScenarios(root)
  expect(scenarios.map((s) => s.slug)).toEqual([
    'z-first',
    'b-second',
    'c-third',
    'central',
    'a-last',
  ])
})

it('a broken scenario is left out and its reason told; the others stay', async () => {
  const root = temporaryFolder()
  const withoutSpanish = whole(scenario('no-notes'))
  delete withoutSpanish['es.md']
  write(root, 'good', whole(scenario('good')))
  write(root, 'no-notes', withoutSpanish)
  write(root, 'not-json', { ...whole(scenario('x')), 'scenario.json': '{' })
  write(root, 'odd-key', whole(scenario('odd-key', { extra: 1 })))
  write(root, 'other-slug', whole(scenario('another')))
  const { scenarios, problems } = await readScenarios(root)
  expect(scenarios.map((s) => s.slug)).toEqual(['good'])
  expect(problems.map((p) => p.folder)).toEqual(['no-notes', 'not-json', 'odd-key', 'other-slug'])
  expect(problems.map((p) => p.reason)).toEqual([
    expect.stringContaining('es.md'),
    expect.stringContaining('JSON'),
    expect.stringContaining('extra'),
    expect.stringContaining('"another"'),
  ])
})

it('missing content is a problem, not a failure', async () => {
  const { scenarios, problems } = await readScenarios(join(temporaryFolder(), 'none'))
  expect(scenarios).toEqual([])
  expect(problems).toMatchObject([{ folder: '.' }])
})
