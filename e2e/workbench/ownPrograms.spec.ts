import { expect, LANGUAGES, shareWorkbench, test } from '../support/test'

const ENDLESS = 'import time\nwhile True:\n    time.sleep(0.01)\n'

for (const language of LANGUAGES)
  test.describe(`own programs (${language})`, () => {
    test.use({ language })
    const bench = shareWorkbench((w) => w.chooseMode('live'))

    test('a long run ends as stopped when it is stopped', async () => {
      const w = bench()
      await w.write(ENDLESS)
      await w.runButton.click()
      await expect(w.page.getByText(/: \d+ · \d/).first()).toBeVisible()
      await w.stopButton.click()
      await w.waitForIdle()
      expect(await w.hasEnded('stopped')).toBe(true)
    })

    test('a time limit is no proof of a deadlock', async () => {
      const w = bench()
      await w.write(ENDLESS)
      await w.setTimeout(0.5)
      await w.run()
      expect(await w.hasEnded('timeout')).toBe(true)
      await expect(w.verdict).toContainText(w.say('outcome.timeout.meaning'))
    })

    test('what the language leaves out is marked, explained and not run', async () => {
      const w = bench()
      await w.write('x = 1\nasync def f():\n    pass\n')
      await expect(w.problems).toContainText(w.say('diagnostics.asyncAwait.message'))
      await expect(w.problems).toContainText(w.say('diagnostics.asyncAwait.advice'))
      await expect(w.problems).toContainText(w.say('ui.program.problemAt', { line: 2, column: 1 }))
      await expect(w.page.locator('.cm-lintRange-error').first()).toContainText('async')
      await expect(w.runButton).toBeDisabled()
      await w.page.keyboard.press('Control+Enter')
      await expect(w.verdict).toHaveCount(0)
    })

    test('the scenario that is open can be chosen again, and stays as it is', async () => {
      const w = bench()
      await w.choose(w.pick('Transferencia a la misma cuenta', 'Transfer to the same account'))
      await w.editor.focus()
      await w.page.keyboard.insertText('# mine\n')
      await w.choose(w.pick('Transferencia a la misma cuenta', 'Transfer to the same account'))
      await expect(w.page.getByRole('listbox')).toHaveCount(0)
      await expect(w.editor).toContainText('# mine')
    })

    test('an edited scenario becomes an own program until it is restored', async () => {
      const w = bench()
      await w.choose(w.pick('Transferencias opuestas', 'Opposite transfers'))
      const notice = w.page.getByText(w.say('ui.program.own'))
      await expect(notice).toHaveCount(0)
      await w.editor.focus()
      await w.page.keyboard.insertText('# mine\n')
      await expect(notice).toBeVisible()
      await w.page.getByRole('button', { name: w.say('ui.program.restore') }).click()
      await expect(notice).toHaveCount(0)
      await expect(w.editor).not.toContainText('# mine')
    })
  })
