import { launchHost } from '../support/host'
import { expect, LANGUAGES, test } from '../support/test'
import { Workbench } from '../support/workbench'

for (const language of LANGUAGES)
  test.describe(`saved runs (${language})`, () => {
    test.use({ language })

    test('are listed, opened after a reload, and deleted', async ({ workbench: w }) => {
      await w.run()
      const proof = await w.verdict.getByRole('paragraph').first().innerText()
      await w.page.reload()
      await w.open()
      await expect(w.verdict).toHaveCount(0)
      await w.openSavedRuns()
      await w.savedRuns.getByRole('button', { name: w.say('ui.saved.open') }).click()
      await expect(w.savedRuns).toHaveCount(0)
      await expect(w.verdict).toContainText(proof)
      await w.openSavedRuns()
      await w.savedRuns.getByRole('button', { name: w.say('ui.saved.remove') }).click()
      const question = w.page.getByRole('alertdialog', { name: w.say('ui.saved.confirm') })
      await question.getByRole('button', { name: w.say('ui.saved.remove') }).click()
      await expect(w.savedRuns).toContainText(w.say('ui.saved.empty'))
      await w.page.keyboard.press('Escape')
      await expect(w.savedRuns).toHaveCount(0)
    })

    test('outlive the program', async ({ hostKind, dataFolder }) => {
      const options = { kind: hostKind, dataFolder, language }
      const first = await launchHost(options)
      try {
        const w = new Workbench(first.page, language)
        await w.open()
        await w.run()
      } finally {
        await first.close()
      }
      const second = await launchHost(options)
      try {
        const w = new Workbench(second.page, language)
        await w.open()
        await w.openSavedRuns()
        await w.savedRuns.getByRole('button', { name: w.say('ui.saved.open') }).click()
        await expect(w.verdict).toBeVisible()
      } finally {
        await second.close()
      }
    })
  })
