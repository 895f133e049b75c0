import { expect, LANGUAGES, shareWorkbench, test } from '../support/test'

for (const language of LANGUAGES) {
  test.describe(`Phase 2 live (${language})`, () => {
    test.use({ language })
    const bench = shareWorkbench(async (w) => {
      await w.chooseVariant(w.pick('Fase 2: orden global', 'Phase 2: global order'))
      await w.chooseMode('live')
      await w.run()
    })

    test('finishes', async () => {
      expect(await bench().hasEnded('finished')).toBe(true)
    })

    test('names the condition it breaks, and its price', async () => {
      const w = bench()
      const condition = w.say('ui.coffman.condition.circularWait')
      await expect(w.conclusion).toContainText(w.say('ui.coffman.breaks', { condition }))
      await expect(w.conclusion).toContainText(w.say('ui.coffman.price', { price: '' }).trim())
    })

    test('prints the balances of the chapter', async () => {
      const w = bench()
      await w.tab('ui.program.output').click()
      await expect(w.output).toHaveText('(50, 150)')
    })
  })

  test.describe(`the lost update live (${language})`, () => {
    test.use({ language })
    const kwh = /^\s*1\b.*?(\d+)\s*$/s
    const bench = shareWorkbench(async (w) => {
      await w.choose(w.pick('Actualización perdida', 'Lost update'))
      await w.chooseMode('live')
      await w.tab('ui.state.domain').click()
    })
    const rowOfPoint1 = () => {
      const w = bench()
      const heading = w.page.getByRole('heading', { name: w.say('ui.domain.rows') })
      return w.page.locator('section').filter({ has: heading }).last().getByRole('row').nth(1)
    }

    test('leaves less than 100 kWh in the real file without a lock, and calls it wrong', async () => {
      const w = bench()
      let charged = 100
      for (let attempt = 0; attempt < 5 && charged === 100; attempt += 1) {
        await w.run()
        charged = Number(kwh.exec(await rowOfPoint1().innerText())?.[1])
      }
      expect(charged).toBeLessThan(100)
      await expect(w.verdict).toContainText(w.say('ui.verdict.wrongResult'))
    })

    test('leaves exactly 100 kWh when reading and writing are one region', async () => {
      const w = bench()
      await w.chooseVariant(w.pick('Leer y escribir en una región', 'Read and write in one region'))
      await w.run()
      expect(kwh.exec(await rowOfPoint1().innerText())?.[1]).toBe('100')
      await expect(w.verdict).not.toContainText(w.say('ui.verdict.wrongResult'))
    })
  })

  test.describe(`a simulation (${language})`, () => {
    test.use({ language })
    test('gives the same events and the same verdict for the same seed', async ({ workbench }) => {
      const w = workbench
      await w.chooseVariant(w.pick('Fase 1: orden de llegada', 'Phase 1: order of arrival'))
      await w.chooseMode('simulate')
      await w.setSeed(7)
      await w.tab('ui.evidence.log').click()
      const once = async (): Promise<readonly string[]> => {
        await w.run()
        await w.tab('ui.evidence.log').click()
        const lines = await w.log.allInnerTexts()
        await w.tab('ui.evidence.proof').click()
        return [...lines, await w.verdict.getByRole('paragraph').first().innerText()]
      }
      await w.tab('ui.evidence.proof').click()
      const first = await once()
      expect(first.length).toBeGreaterThan(10)
      expect(await once()).toEqual(first)
    })
  })
}
