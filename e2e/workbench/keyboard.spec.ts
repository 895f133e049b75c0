import { expect, LANGUAGES, test } from '../support/test'

for (const language of LANGUAGES)
  test.describe(`without a mouse (${language})`, () => {
    test.use({ language })

    test('a scenario is found, run and read', async ({ workbench: w }) => {
      const { keyboard } = w.page
      const focused = w.page.locator(':focus')

      await keyboard.press('Control+k')
      await expect(focused).toHaveAttribute('placeholder', w.say('ui.scenario.search'))
      await keyboard.type(w.pick('misma cuenta', 'same account'))
      await expect(w.page.getByRole('option')).toHaveCount(2)
      await keyboard.press('Enter')
      await expect(w.page.getByRole('listbox')).toHaveCount(0)

      const first = w.page
        .getByRole('radiogroup', { name: w.say('ui.variant.label') })
        .getByRole('radio')
        .first()
      await w.tabTo(first)
      await keyboard.press('ArrowRight')
      await keyboard.press('Space')
      await expect(focused).toHaveAttribute('aria-checked', 'true')
      await keyboard.press('ArrowLeft')
      await keyboard.press('Space')
      await expect(first).toHaveAttribute('aria-checked', 'true')

      await keyboard.press('Control+Enter')
      await w.waitForIdle()
      expect(await w.hasEnded('deadlock')).toBe(true)

      await w.tabTo(w.rowButton('circularWait'))
      await keyboard.press('Enter')
      const evidence = w
        .row('circularWait')
        .getByRole('button', { name: /Hilo-1 .*Cuenta-1/ })
        .last()
      await w.tabTo(evidence)
      await keyboard.press('Enter')
      const event = await w.cursorEvent()
      expect(await evidence.innerText()).toContain(String(event))

      await w.tabTo(w.cursor)
      await keyboard.press('ArrowLeft')
      expect(await w.cursorEvent()).toBe(event - 1)
      await keyboard.press('t')
      await expect(
        w.page.getByRole('table', { name: w.say('ui.timeline.tableCaption') }),
      ).toBeVisible()
      await keyboard.press('?')
      await expect(w.page.getByRole('dialog', { name: w.say('ui.shortcuts.label') })).toBeVisible()
      await keyboard.press('Escape')
      await expect(w.page.getByRole('dialog')).toHaveCount(0)
    })
  })
