import { describe, expect, it } from 'vitest'
import { compiled } from '../support/compiled'
import { endingOf, judge, TooLarge } from './naive'

function increments(threads: number): string {
  const names = Array.from({ length: threads }, (_, n) => `t${n}`)
  return [
    'import threading',
    'n = 0',
    'def work():',
    '    global n',
    '    n += 1',
    ...names.map((name) => `${name} = threading.Thread(target=work)`),
    ...names.map((name) => `${name}.start()`),
    ...names.map((name) => `${name}.join()`),
    'print(n)',
    '',
  ].join('\n')
}

describe('the naive judge', () => {
  it.each([true, false])('counts as language design §4 does, merging states: %s', (merges) => {
    const { counts } = judge(compiled(increments(3)), { merges, most: 1_000 })
    expect(Object.fromEntries(counts ?? [])).toEqual({
      [endingOf('1\n')]: 48n,
      [endingOf('2\n')]: 36n,
      [endingOf('3\n')]: 6n,
    })
  })

  it('merges what enumeration cannot reach: 10!/2^5 = 113,400 interleavings', () => {
    const program = compiled(increments(5))
    expect(() => judge(program, { merges: false, most: 20_000 })).toThrow(TooLarge)
    const { counts, nodes } = judge(program, { merges: true, most: 20_000 })
    expect([...(counts?.values() ?? [])].reduce((a, b) => a + b)).toBe(113_400n)
    expect(nodes).toBeLessThan(3_000)
  })

  it('sees the race of two increments, and none where a lock orders them', () => {
    const racy = judge(compiled(increments(2)), { merges: false, most: 1_000 })
    expect([...(racy.races ?? [])]).toEqual(['5-5'])
    const source = increments(2)
      .replace('n = 0', 'n = 0; lock = threading.Lock()')
      .replace('    n += 1', '    with lock:\n        n += 1')
    expect(judge(compiled(source), { merges: false, most: 1_000 }).races?.size).toBe(0)
  })

  it('says that a loop of waiting has no end', () => {
    const source = `import threading
flag = 0
def wait():
    while flag == 0:
        pass
def send():
    global flag
    flag = 1
a = threading.Thread(target=wait)
b = threading.Thread(target=send)
a.start()
b.start()
a.join()
b.join()
print(flag)
`
    const { counts, outcomes, kinds } = judge(compiled(source), { merges: true, most: 1_000 })
    expect(counts).toBeUndefined()
    expect([...outcomes]).toEqual(['1\n'])
    expect(kinds.size).toBe(0)
  })
})
