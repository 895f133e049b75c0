import { CONDITIONS } from '../support/workbench'
import { expect, LANGUAGES, shareWorkbench, test } from '../support/test'

for (const language of LANGUAGES)
  test.describe(`Phase 1 live (${language})`, () => {
    test.use({ language })
    const bench = shareWorkbench(async (w) => {
      await w.chooseVariant(w.pick('Fase 1: orden de llegada', 'Phase 1: order of arrival'))
      await w.chooseMode('live')
      await w.runUntil('deadlock')
    })
    test.beforeEach(() => bench().press('End'))

    test('ends in a deadlock, with the cycle in words', async () => {
      const w = bench()
      for (const [thread, holds, waitsFor] of [
        ['Hilo-1', 'Cuenta-1', 'Cuenta-2'],
        ['Hilo-2', 'Cuenta-2', 'Cuenta-1'],
      ] as const)
        await expect(w.verdict).toContainText(
          w.say('outcome.link.holding', { thread, holds, waitsFor }),
        )
    })

    test('tells how soon the cycle was found', async () => {
      await expect(bench().verdict).toContainText(
        bench().pick(
          'ms después de la llamada que cerró el ciclo',
          'ms after the call that closed',
        ),
      )
    })

    test('holds all four conditions at the cursor', async () => {
      const w = bench()
      const holds = `${w.say('ui.coffman.atCursor')}: ${w.say('ui.coffman.holds')}`
      for (const condition of CONDITIONS) await expect(w.row(condition)).toContainText(holds)
      await expect(w.conclusion).toContainText(w.pick('Hilo-1 e Hilo-2', 'Hilo-1 and Hilo-2'))
    })

    test('leads from a piece of evidence to its event and its line', async () => {
      const w = bench()
      const last = await w.cursorEvent()
      await w.openRow('mutualExclusion')
      const link = w.row('mutualExclusion').getByRole('button', {
        name: w.say('ui.coffman.threadHolds', { thread: 'Hilo-1', lock: 'Cuenta-1', event: '' }),
      })
      const event = Number(/\d+$/.exec(await link.innerText())?.[0])
      expect(event).toBeLessThan(last)
      await link.click()
      expect(await w.cursorEvent()).toBe(event)
      await expect(w.page.locator('.cm-evidence-line')).toContainText('from_account.lock.acquire()')
    })

    test('says of a thread without the lock that it waits, never that it holds', async () => {
      const w = bench()
      await w.openRow('noPreemption')
      const words = w.say('ui.coffman.threadCannotTake', {
        thread: 'Hilo-1',
        lock: 'Cuenta-2',
        event: '#',
      })
      await expect(
        w.row('noPreemption').getByRole('button', { name: words.split('#')[0] ?? '' }),
      ).toBeVisible()
    })

    test('draws the cycle, and tells it in the table beside the drawing', async () => {
      const w = bench()
      await w.tab('ui.state.graph').click()
      await expect(w.page.getByRole('img', { name: w.say('ui.graph.cycle') })).toBeVisible()
      await w.showGraphAs('table')
      const rows = w.page.getByRole('table', { name: w.say('ui.graph.label') }).getByRole('row')
      await expect(rows).toHaveCount(5)
      await expect(rows.filter({ hasText: new RegExp(`${w.say('ui.graph.yes')}$`) })).toHaveCount(4)
      await w.showGraphAs('chart')
    })

    test('writes the log of the textbook', async () => {
      const w = bench()
      await w.tab('ui.evidence.log').click()
      const line = w.say('log.acquireOf', { thread: 'Hilo-1', lock: 'Cuenta-1' })
      await expect(w.log.filter({ hasText: line })).toHaveCount(1)
      await w.tab('ui.evidence.proof').click()
    })

    test('changes checklist, figures and graph as the cursor goes back', async () => {
      const w = bench()
      await w.tab('ui.state.domain').click()
      const figures = w.page
        .getByRole('article')
        .filter({ hasText: w.pick('Cuenta 1', 'Account 1') })
      await expect(figures).toContainText('100')
      await w.press('Home')
      expect(await w.cursorEvent()).toBe(1)
      await expect(figures).toContainText(w.say('ui.domain.unknown'))
      const absent = `${w.say('ui.coffman.atCursor')}: ${w.say('ui.coffman.absent')}`
      for (const condition of CONDITIONS) await expect(w.row(condition)).toContainText(absent)
      await expect(w.conclusion).toContainText(w.say('ui.coffman.deadlockNo'))
      await w.tab('ui.state.graph').click()
      await expect(w.page.getByText(w.say('ui.graph.noEdges'))).toBeVisible()
    })

    test('shows the same intervals in the table of the timeline', async () => {
      const w = bench()
      await w.showTimelineAs('table')
      const table = w.page.getByRole('table', { name: w.say('ui.timeline.tableCaption') })
      const blocked = table
        .getByRole('row')
        .filter({ hasText: w.say('ui.timeline.threadLane', { name: 'Hilo-1' }) })
        .filter({ hasText: w.say('ui.interval.deadlocked') })
      await expect(blocked).toContainText('Cuenta-2')
      await w.showTimelineAs('chart')
    })
  })
