import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomScheduler, simulate } from '../../src/engine/schedule'
import { compiled } from '../support/compiled'

const FOLDER = import.meta.dirname

const programs = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.py'))
  .map((file) => basename(file, '.py'))

// That the expected outputs are CPython's is checked beside the scenarios (tests/content), where python3 is present.
describe('sequential programs print what CPython prints', () => {
  it.each(programs)('%s', (name) => {
    const source = readFileSync(join(FOLDER, `${name}.py`), 'utf8')
    const expected = readFileSync(join(FOLDER, 'expected', `${name}.txt`), 'utf8')
    const { output, outcome } = simulate(compiled(source), randomScheduler(1))
    expect(output).toBe(expected)
    if (!name.startsWith('uncaught_')) {
      expect(outcome.kind).toBe('finished')
      return
    }
    const complaint = readFileSync(join(FOLDER, 'expected', `${name}.error`), 'utf8').trimEnd()
    expect(['assertion', 'exception']).toContain(outcome.kind)
    expect(outcome).toHaveProperty('message', complaint)
  })

  it('write to both streams of a terminal', () => {
    const source = `import sys
from sys import stderr
print("a", file=sys.stderr)
print("b", end="", file=stderr, flush=True)
sys.stderr.write("c\\n")
sys.stdout.write("d\\n")
sys.stderr.flush()
`
    expect(simulate(compiled(source), randomScheduler(1)).output).toBe('a\nbc\nd\n')
  })

  it('there are at least two hundred and fifty', () => {
    expect(programs.length).toBeGreaterThanOrEqual(250)
  })
})
