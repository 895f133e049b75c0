import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { outcome } from './expression.testing'
import { testObjects } from './objects.testing'

const SCRIPT = fileURLToPath(new URL('objects.golden.py', import.meta.url))
const GOLDEN = fileURLToPath(new URL('objects.golden.json', import.meta.url))

type Case = readonly [source: string, expected: string]

const CASES = JSON.parse(readFileSync(GOLDEN, 'utf8')) as readonly Case[]

/** What the CPython of this machine answers, if it is the version the golden file was made with. */
function answersOfPython(): readonly string[] | undefined {
  const run = spawnSync('python3', [SCRIPT, '--answer'], {
    input: JSON.stringify(CASES.map(([source]) => source)),
    encoding: 'utf8',
    env: { ...process.env, PYTHONHASHSEED: '0' },
  })
  if (run.status !== 0) return undefined
  const { version, answers } = JSON.parse(run.stdout) as {
    readonly version: readonly number[]
    readonly answers: readonly string[]
  }
  return version.join('.') === '3.11' ? answers : undefined
}

describe('objects against CPython 3.11', () => {
  it('answer every golden case alike', () => {
    const objects = testObjects()
    const mark = objects.memory.mark()
    const different = CASES.flatMap(([source, expected]) => {
      const found = outcome(objects, source)
      objects.memory.undoTo(mark)
      return found === expected ? [] : [{ source, expected, found }]
    })
    expect(different).toEqual([])
  })

  it('leave a memory that goes back to where it was, word for word', () => {
    const objects = testObjects()
    const { memory } = objects
    const before = memory.words.slice()
    const mark = memory.mark()
    const { hashLow, hashHigh } = memory
    for (const [source] of CASES) outcome(objects, source)
    memory.undoTo(mark)
    expect([memory.hashLow, memory.hashHigh]).toEqual([hashLow, hashHigh])
    expect(memory.words.subarray(0, before.length)).toEqual(before)
    expect(memory.words.subarray(before.length).every((word) => word === 0)).toBe(true)
  })

  it('has golden answers that are those of the CPython at hand', () => {
    const answers = answersOfPython() ?? CASES.map(([, expected]) => expected)
    const different = CASES.filter(([, expected], i) => answers[i] !== expected)
    expect(different).toEqual([])
  })
})
