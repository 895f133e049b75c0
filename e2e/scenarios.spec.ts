import { readdirSync } from 'node:fs'
import { expect, test } from './support/test'

test('every scenario of the content folder reaches the window', async ({ host }) => {
  const folders = readdirSync('content/scenarios', { withFileTypes: true }).filter((e) =>
    e.isDirectory(),
  )
  const scenarios = await host.call('scenarios.list', {})
  expect(scenarios.map((s) => s.slug).sort()).toEqual(folders.map((e) => e.name).sort())
})
