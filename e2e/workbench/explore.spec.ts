import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { expect, LANGUAGES, shareWorkbench, test } from '../support/test'
import type { Workbench } from '../support/workbench'

function verdict(w: Workbench): Locator {
  return w.page.getByRole('article', { name: w.say('ui.explore.verdict.label') })
}

async function explore(w: Workbench, variant: string): Promise<void> {
  await w.chooseVariant(variant)
  await w.radio('ui.mode.label', w.say('ui.mode.explore')).click()
  await w.banner.getByRole('button', { name: w.say('ui.explore.start'), exact: true }).click()
  await expect(verdict(w)).toBeVisible()
  await w.waitForIdle()
}

async function faults(w: Workbench): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page: w.page }).setLegacyMode(true).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join()}`))
}

for (const language of LANGUAGES)
  test.describe(`exploring (${language})`, () => {
    test.use({ language })
    const bench = shareWorkbench(() => Promise.resolve())

    test('phase 1 can deadlock, and its shortest way there is on view', async () => {
      const w = bench()
      await explore(w, w.pick('Fase 1: orden de llegada', 'Phase 1: order of arrival'))
      await expect(verdict(w)).toContainText(w.say('ui.explore.kind.deadlock'))
      const opened = w.page.getByRole('button', { name: w.say('ui.explore.violations.opened') })
      await expect(opened).toBeVisible()
      expect(await w.cursorEvent()).toBeGreaterThan(10)
      await w.tab('ui.evidence.proof').click()
      await expect(
        w.verdict.getByRole('heading', { name: w.say('outcome.deadlock.name') }),
      ).toBeVisible()
      await w.tab('ui.explore.label').click()
      expect(await faults(w)).toEqual([])
    })

    test('phase 2 is safe: every interleaving was covered', async () => {
      const w = bench()
      await explore(w, w.pick('Fase 2: orden global', 'Phase 2: global order'))
      const word = verdict(w).getByRole('heading', { name: w.say('ui.explore.verdict.safe') })
      await expect(word).toBeVisible()
      await expect(w.page.locator('[data-reach=circularWait]')).toContainText(
        w.say('ui.explore.conditions.never'),
      )
      await w.chooseTheme('dark')
      expect(await faults(w)).toEqual([])
    })
  })
