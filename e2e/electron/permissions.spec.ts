import { expect, test } from '../support/test'

test('permissions that are not named are refused by Electron itself', async ({ page }) => {
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'clipboard-read',
    'local-fonts',
  ]
  const states = await page.evaluate(
    (list) =>
      Promise.all(
        list.map(
          async (name) =>
            (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    names,
  )
  expect(states).toEqual(names.map(() => 'denied'))
})

test('the page stands on its own scheme', async ({ page }) => {
  await expect(page).toHaveURL('app://cerrojo/index.html')
})

test('a file of the machine is not reached', async ({ page, problems }) => {
  const reached = await page.evaluate(async () => {
    try {
      await fetch('file:///etc/passwd')
      return true
    } catch {
      return false
    }
  })
  expect(reached).toBe(false)
  problems.length = 0
})
