import { launchHost } from './support/host'
import { expect, test } from './support/test'

test('settings start in the language of the system and outlive the program', async ({
  hostKind,
  dataFolder,
}) => {
  const options = { kind: hostKind, dataFolder, language: 'es-ES' as const }
  const first = await launchHost(options)
  try {
    expect(await first.call('settings.get', {})).toEqual({
      locale: 'es',
      theme: 'system',
      timeout: 10,
    })
    await first.call('settings.set', { locale: 'en', theme: 'dark', timeout: 3 })
  } finally {
    await first.close()
  }
  const second = await launchHost(options)
  try {
    expect(await second.call('settings.get', {})).toEqual({
      locale: 'en',
      theme: 'dark',
      timeout: 3,
    })
  } finally {
    await second.close()
  }
})

test.describe('in English', () => {
  test.use({ language: 'en-US' })

  test('settings start in English', async ({ host }) => {
    expect((await host.call('settings.get', {})).locale).toBe('en')
  })
})

test('the host says what it is and where it keeps its work', async ({
  host,
  hostKind,
  dataFolder,
}) => {
  expect(await host.call('host.about', {})).toMatchObject({
    kind: hostKind === 'server' ? 'server' : 'electron',
    isPersistent: true,
    dataFolder,
  })
})
