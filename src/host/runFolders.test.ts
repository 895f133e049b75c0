import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { createRunFolders } from './runFolders'
import { temporaryFolder } from './temporaryFolder.testing'

const ID = '01234567-89ab-cdef-0123-456789abcdef'

it.each(['..', '.', '', '/', '../../x', `${ID}/..`, `..\\${ID}`, ID.toUpperCase(), `${ID}\0`])(
  'an id that is not ours (%j) names no folder',
  (id) => {
    const folders = createRunFolders(temporaryFolder())
    expect(() => folders.pathOf(id)).toThrow('not the id of a run')
    expect(() => folders.remove(id)).toThrow('not the id of a run')
  },
)

it('without a base the folders are temporary', () => {
  const folders = createRunFolders(undefined)
  folders.create(ID)
  const path = folders.pathOf(ID)
  expect(existsSync(path)).toBe(true)
  folders.close()
  expect(existsSync(dirname(path))).toBe(false)
})
