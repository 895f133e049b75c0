import { expect, it } from 'vitest'
import { resolveDataFolder, type DataFolderOptions } from './dataFolder'

function resolved(rest: Partial<DataFolderOptions>): string {
  return resolveDataFolder({
    argument: undefined,
    environment: {},
    programFolder: '/opt/cerrojo',
    platform: 'linux',
    home: '/home/ana',
    workingFolder: '/work',
    isFolder: () => false,
    ...rest,
  })
}

const everything: Partial<DataFolderOptions> = {
  argument: '/given',
  environment: { CERROJO_DATA: '/environment' },
  isFolder: () => true,
}

it.each<[string, Partial<DataFolderOptions>, string]>([
  ['the argument before all', everything, '/given'],
  ['the environment next', { ...everything, argument: undefined }, '/environment'],
  [
    'the portable folder next',
    { ...everything, argument: undefined, environment: {} },
    '/opt/cerrojo/data',
  ],
  [
    'an empty variable as none',
    { environment: { CERROJO_DATA: '' } },
    '/home/ana/.local/share/cerrojo',
  ],
  ['a relative argument from the working folder', { argument: 'x' }, '/work/x'],
  ['XDG_DATA_HOME on Linux', { environment: { XDG_DATA_HOME: '/xdg' } }, '/xdg/cerrojo'],
  [
    'no relative XDG_DATA_HOME',
    { environment: { XDG_DATA_HOME: 'xdg' } },
    '/home/ana/.local/share/cerrojo',
  ],
  [
    'Application Support on macOS',
    { platform: 'darwin', home: '/Users/ana' },
    '/Users/ana/Library/Application Support/Cerrojo',
  ],
  [
    'local, not roaming, application data on Windows',
    {
      platform: 'win32',
      environment: { APPDATA: 'C:\\Roaming', LOCALAPPDATA: 'C:\\Local' },
      programFolder: 'C:\\Program Files\\Cerrojo',
    },
    'C:\\Local\\Cerrojo',
  ],
  [
    'the home on Windows without LOCALAPPDATA',
    { platform: 'win32', home: 'C:\\Users\\ana' },
    'C:\\Users\\ana\\AppData\\Local\\Cerrojo',
  ],
])('uses %s', (_what, options, folder) => {
  expect(resolved(options)).toBe(folder)
})
