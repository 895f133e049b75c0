import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pythonVersion, runPython } from './python'

const PROGRAMS = resolve(import.meta.dirname, '../programs')

function namesIn(folder: string, ending: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending))
  return files.map((file) => file.slice(0, -ending.length)).sort()
}

const names = namesIn(PROGRAMS, '.py')

describe('programs', () => {
  it('have one expected output each', () => {
    expect(namesIn(join(PROGRAMS, 'expected'), '.txt')).toEqual(names)
  })
})

// Other versions word some messages in other ways.
if (pythonVersion()?.join('.') === '3.11') {
  describe('CPython 3.11', () => {
    it.concurrent.each(names)('prints the expected output of %s', async (name) => {
      const { exitCode, output, errors } = await runPython(join(PROGRAMS, `${name}.py`))
      const isUncaught = name.startsWith('uncaught_')
      expect({ exitCode, isSilent: errors === '' }, errors).toEqual({
        exitCode: isUncaught ? 1 : 0,
        isSilent: !isUncaught,
      })
      expect(output).toBe(readFileSync(join(PROGRAMS, 'expected', `${name}.txt`), 'utf8'))
    })
  })
}
