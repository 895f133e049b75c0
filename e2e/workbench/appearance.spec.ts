import { MESSAGES } from '../../src/locale'
import { expect, shareWorkbench, test } from '../support/test'
import type { Workbench } from '../support/workbench'

/** Sentences without placeholders: what the window shows as it stands. */
function sentences(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return texts.includes('{') ? [] : [texts]
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentences) : []
}

const UNTRANSLATED = /^[a-z]+(\.[a-zA-Z]+)+$/
const ENGLISH = new Set(sentences(MESSAGES.en))
/** Spanish sentences that English does not share; single letters mark states and mean another in English. */
const SPANISH = new Set(
  sentences(MESSAGES.es).filter((words) => words.length > 1 && !ENGLISH.has(words)),
)

/** What every tab shows, one after the other. */
async function textsOfAllTabs(w: Workbench): Promise<readonly string[]> {
  const texts = new Set(await w.visibleTexts())
  for (const key of [
    'ui.state.threads',
    'ui.state.domain',
    'ui.evidence.metrics',
    'ui.evidence.log',
    'ui.program.output',
    'ui.program.notes',
    'ui.state.graph',
    'ui.evidence.proof',
    'ui.program.label',
  ]) {
    await w.tab(key).click()
    for (const words of await w.visibleTexts()) texts.add(words)
  }
  return [...texts]
}

test.describe('appearance', () => {
  test.use({ language: 'es-ES' })
  const bench = shareWorkbench(async (w) => {
    await w.chooseVariant('Fase 1: orden de llegada')
    await w.setSeed(7)
    await w.run()
  })

  test('every text of the window follows the language at once', async () => {
    const w = bench()
    const before = await textsOfAllTabs(w)
    expect(before.filter((words) => SPANISH.has(words)).length).toBeGreaterThan(40)
    await w.switchTo('en')
    const after = await textsOfAllTabs(w)
    expect(after.filter((words) => SPANISH.has(words))).toEqual([])
    expect([...before, ...after].filter((words) => UNTRANSLATED.test(words))).toEqual([])
    await w.switchTo('es')
    const again = await textsOfAllTabs(w)
    expect(again.filter((words) => ENGLISH.has(words) && !before.includes(words))).toEqual([])
  })

  test('the theme changes everything at once, and outlives a reload', async () => {
    const w = bench()
    const ground = () => w.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await w.chooseTheme('light')
    const light = await ground()
    await w.chooseTheme('dark')
    await expect(w.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(await ground()).not.toBe(light)
    await w.page.reload()
    await w.open()
    await expect(w.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})
