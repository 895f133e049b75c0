import { expect, test } from './support/test'

test('the page is isolated from other origins', async ({ page }) => {
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})

test('the page runs no code from strings and reaches no other origin', async ({
  page,
  problems,
}) => {
  const done = await page.evaluate(async () => {
    const attempt = async (action: () => unknown): Promise<string> => {
      try {
        await action()
        return 'done'
      } catch {
        return 'refused'
      }
    }
    // What the test driver runs may evaluate strings; a task of the page's own may not.
    await new Promise((resolve) => setTimeout(resolve))
    return {
      code: await attempt(() => (0, eval)('1')),
      inline: await attempt(() => {
        const script = document.createElement('script')
        script.textContent = 'document.title = "inline"'
        document.head.append(script)
        if (document.title !== 'inline') throw new Error('did not run')
      }),
      fetch: await attempt(() => fetch('https://example.org/')),
      socket: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/')
            socket.onopen = resolve
            socket.onerror = reject
          }),
      ),
    }
  })
  expect(done).toEqual({ code: 'refused', inline: 'refused', fetch: 'refused', socket: 'refused' })
  expect(problems.length).toBeGreaterThan(0)
  problems.length = 0
})
