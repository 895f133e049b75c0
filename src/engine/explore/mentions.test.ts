import { describe, expect, it } from 'vitest'
import { compiled } from '../../../tests/support/compiled'
import { explore } from './exploration'

const source = (numbered: string): string => `import threading
count = 0
def work():
    global count
    count += 1
threads = [threading.Thread(target=work) for _ in range(3)]
for _, thread in ${numbered}:
    thread.start()
for thread in threads:
    thread.join()
`

describe('starts of threads', () => {
  const states = (numbered: string): number => explore(compiled(source(numbered))).size.states

  it('stay invisible where the built-in enumerate counts', () => {
    expect(states('enumerate(threads)')).toBe(states('zip(range(3), threads)'))
  })

  it('are visible where threading.enumerate may see them', () => {
    expect(states('zip([threading.enumerate, 0, 0], threads)')).toBeGreaterThan(
      states('enumerate(threads)'),
    )
  })
})
