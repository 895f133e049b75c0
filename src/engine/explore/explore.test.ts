import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../bytecode'
import { parse } from '../language'
import { explore } from '.'
import type { ExplorationOptions, ExplorationResult } from '.'

function exploreSource(source: string, options?: ExplorationOptions): ExplorationResult {
  const reading = parse(source)
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.diagnostics))
  return explore(compile(reading.module, source), options)
}

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `t${String(i)}`)

const counter = (threads: number): string => `import threading
n = 0
def work():
    global n
    n += 1
${names(threads)
  .map((t) => `${t} = threading.Thread(target=work)`)
  .join('\n')}
${names(threads)
  .map((t) => `${t}.start()`)
  .join('\n')}
${names(threads)
  .map((t) => `${t}.join()`)
  .join('\n')}
print(n)
`

describe('exploration', () => {
  it('counts the six interleavings of two increments, two of them right', () => {
    const result = exploreSource(counter(2))
    expect(result.interleavings).toBe('6')
    expect(result.outcomes).toEqual([
      { output: '1\n', interleavings: '4' },
      { output: '2\n', interleavings: '2' },
    ])
  })
  it('counts the ninety interleavings of three increments', () => {
    const result = exploreSource(counter(3))
    expect(result.interleavings).toBe('90')
    expect(result.outcomes).toEqual([
      { output: '1\n', interleavings: '48' },
      { output: '2\n', interleavings: '36' },
      { output: '3\n', interleavings: '6' },
    ])
  })
  it('finds the deadlock of phase 1 with its cycle, and proves phase 2 safe', () => {
    const read = (name: string): string =>
      readFileSync(`content/scenarios/transfer-opposite/${name}.py`, 'utf8')
    const [deadlock] = exploreSource(read('phase-1')).violations
    expect(deadlock).toMatchObject({ kind: 'deadlock', length: 17, switches: 2, isShortest: true })
    expect(deadlock?.outcome).toEqual({
      kind: 'deadlock',
      cycle: [
        { thread: 'Hilo-1', holds: ['Cuenta-1'], waitsFor: 'Cuenta-2' },
        { thread: 'Hilo-2', holds: ['Cuenta-2'], waitsFor: 'Cuenta-1' },
      ],
    })
    expect(exploreSource(read('phase-2'))).toMatchObject({ verdict: 'safe', violations: [] })
  })
  it('comes back to a state exactly, whatever main has left on its stack before the first choice', () => {
    const source = `import threading
from cerrojo import ReadWriteLock
shared = ReadWriteLock()

def read():
    while True:
        with shared.read():
            pass

def write():
    with shared.write():
        pass

for name in ("R1", "R2"):
    threading.Thread(target=read, name=name).start()
threading.Thread(target=write, name="W").start()
`
    const { violations } = exploreSource(source, { verdictOnly: true })
    expect(violations).toEqual([])
  })
})
