import { AxeBuilder } from '@axe-core/playwright'
import { expect, LANGUAGES, shareWorkbench, test } from '../support/test'
import type { Workbench } from '../support/workbench'

/** Rule and place of everything found wrong. Legacy mode: the other opens a blank page, which the shell forbids. */
async function violations(w: Workbench): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page: w.page }).setLegacyMode(true).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target.join()}`))
}

for (const language of LANGUAGES)
  for (const theme of ['light', 'dark'] as const)
    test.describe(`accessibility (${language}, ${theme})`, () => {
      test.use({ language })
      const bench = shareWorkbench((w) => w.chooseTheme(theme))

      test('an empty window has no violation', async () => {
        expect(await violations(bench())).toEqual([])
      })

      test('a run under way has no violation', async () => {
        const w = bench()
        await w.chooseMode('live')
        await w.write('import time\nwhile True:\n    time.sleep(0.01)\n')
        await w.runButton.click()
        await expect(w.stopButton).toBeVisible()
        expect(await violations(w)).toEqual([])
        await w.stopButton.click()
        await w.waitForIdle()
      })

      test('a deadlock has no violation, evidence opened', async () => {
        const w = bench()
        await w.choose(w.pick('Transferencia a la misma cuenta', 'Transfer to the same account'))
        await w.runUntil('deadlock')
        await w.openRow('circularWait')
        expect(await violations(w)).toEqual([])
      })

      test('tables in the place of pictures have no violation', async () => {
        const w = bench()
        await w.showTimelineAs('table')
        await w.showGraphAs('table')
        expect(await violations(w)).toEqual([])
        await w.showTimelineAs('chart')
      })

      test('the list of saved runs has no violation', async () => {
        const w = bench()
        await w.openSavedRuns()
        expect(await violations(w)).toEqual([])
        await w.page.keyboard.press('Escape')
        await expect(w.savedRuns).toHaveCount(0)
      })

      test('the list of shortcuts has no violation', async () => {
        const w = bench()
        await w.banner.getByRole('button', { name: w.say('ui.shortcuts.label') }).click()
        await expect(w.page.getByRole('dialog')).toBeVisible()
        expect(await violations(w)).toEqual([])
      })
    })
