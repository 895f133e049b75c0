import { expect, LANGUAGES, test } from '../support/test'

for (const language of LANGUAGES) {
  test.describe(`what the source says of locks, ${language}`, () => {
    test.use({ language })

    test('stands in the lens, in a table and beside the line', async ({ workbench: w, page }) => {
      await w.chooseVariant(w.pick('Fase 1: orden de llegada', 'Phase 1: order of arrival'))
      await w.tab('ui.sharing.tab').click()
      const lens = page.getByRole('group', { name: w.say('ui.sharing.label') })
      const undecided = w.say('ui.sharing.order.undecided', {
        cycle: 'Account.lock → Account.lock',
      })
      await expect(lens.getByRole('img', { name: undecided })).toBeVisible()

      const note = w.say('ui.sharing.note', {
        name: 'Account.balance',
        guards: w.say('ui.sharing.guard.alwaysOwn', { lock: 'Account.lock' }),
      })
      await expect(page.getByText(note)).toBeHidden()
      await lens.getByRole('button', { name: '27', exact: true }).first().click()
      await expect(w.editor).toBeFocused()
      await expect(page.getByText(note)).toBeVisible()
      await page.keyboard.press('ArrowUp')
      await expect(page.getByText(note)).toBeHidden()

      await lens.getByRole('radio', { name: w.say('ui.graph.table') }).click()
      const row = lens.getByRole('row', { name: /Account\.lock 22 Account\.lock 25 Hilo-1/ })
      await expect(row).toBeVisible()
    })
  })
}
