import type { WebSocketRoute } from '@playwright/test'
import { CONDITIONS } from '../support/workbench'
import { expect, LANGUAGES, test } from '../support/test'

for (const language of LANGUAGES)
  test.describe(`the window in a browser (${language})`, () => {
    test.use({ language })

    test('a lost host is told, nothing is lost with it, and it comes back by itself', async ({
      workbench: w,
    }) => {
      let isGone = false
      let connection: WebSocketRoute | undefined
      await w.page.routeWebSocket(/\/lab$/, (route) => {
        connection = route
        if (isGone) void route.close()
        else route.connectToServer()
      })
      await w.page.reload()
      await w.open()
      await w.run()
      const banner = w.page.getByText(w.say('ui.host.lost'))
      isGone = true
      await connection?.close()
      await expect(banner).toBeVisible()
      await expect(w.verdict).toBeVisible()
      await expect(w.runButton).toBeDisabled()
      // While the host is away asking changes nothing, and the window goes on asking by itself.
      await w.page.getByRole('button', { name: w.say('ui.host.reconnect') }).click()
      await expect(banner).toBeVisible()
      isGone = false
      await expect(banner).toHaveCount(0)
      await w.run()
    })

    test('a deadlock needs no scrolling to be read', async ({ workbench: w }) => {
      await w.chooseVariant(w.pick('Fase 1: orden de llegada', 'Phase 1: order of arrival'))
      await w.chooseMode('live')
      await w.runUntil('deadlock')
      for (const condition of CONDITIONS)
        await expect(w.row(condition)).toBeInViewport({ ratio: 0.95 })
      await expect(w.conclusion).toBeInViewport({ ratio: 0.95 })
    })
  })
