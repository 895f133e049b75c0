import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readHostOptions } from './hostOptions'
import { temporaryFolder } from './temporaryFolder.testing'

it('reads the folder, the port and whether to open a browser, and ignores what is for others', () => {
  const folder = temporaryFolder()
  const args = [
    '.',
    '--inspect=0',
    '--port',
    '8080',
    '--data-dir',
    folder,
    '--open',
    '--remote-debugging-port=0',
  ]
  expect(readHostOptions(args, folder)).toEqual({ dataFolder: folder, port: 8080, isOpening: true })
})

it('has defaults', () => {
  const folder = temporaryFolder()
  expect(readHostOptions([`--data-dir=${folder}`], folder)).toEqual({
    dataFolder: join(folder),
    port: 0,
    isOpening: false,
  })
})

it.each(['65536', '-1', 'http', '', '1e3'])('refuses %j as a port', (port) => {
  expect(() => readHostOptions([`--port=${port}`], '/')).toThrow(RangeError)
})
