import { describe, expect, it } from 'vitest'
import { compileSource } from '../host'
import { check, checkJson } from './check'
import { readOptions } from './options'

async function checked(source: string) {
  const compilation = compileSource(source)
  const options = readOptions(['check', 'program.py'], 'en')
  if (compilation.kind === 'refused' || !options.ok) throw new Error('refused')
  return check(compilation.program, options.value)
}

describe('check', () => {
  it('tells how much memory it has taken, however short it was', async () => {
    expect(checkJson(await checked('print(1)\n'), 'en')).toMatchObject({ verdict: 'safe' })
    expect((await checked('print(1)\n')).peakMiB).toBeGreaterThan(1)
  })
})
