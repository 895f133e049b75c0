import { describe, expect, it } from 'vitest'
import { endingSet } from './simulation.testing'

const program = (body: string): string => `
import threading
from collections import deque, defaultdict
queue = deque([1, 2])
counts = defaultdict(int)
lists = defaultdict(list)
def zero():
    return 0
made = defaultdict(zero)
def work(n):
${body.replaceAll(/^/gm, '    ')}
a = threading.Thread(target=work, args=(1,))
b = threading.Thread(target=work, args=(2,))
a.start()
b.start()
a.join()
b.join()
print(sorted(queue), dict(counts), sorted(lists["k"]), dict(made))
`

const sliceProgram = (body: string): string => `
import threading
items = [0, 1, 2, 3]
def work(n):
    ${body}
a = threading.Thread(target=work, args=(1,))
b = threading.Thread(target=work, args=(2,))
a.start()
b.start()
a.join()
b.join()
print(items)
`

const sliceEndings = (body: string): string[] =>
  endingSet(sliceProgram(body)).map((text) => text.replace('finished: ', ''))

const endings = (body: string): string[] =>
  endingSet(program(body)).map((text) => text.replace('finished: ', ''))

describe('shared collections', () => {
  it('change by one step a call: no item of a deque is taken twice', () => {
    expect(endings('queue.popleft()\nqueue.append(n + 5)')).toEqual(['[6, 7] {} [] {}'])
  })

  it('lose updates between the read and the write of an entry', () => {
    expect(endings('counts["x"] += 1')).toEqual(["[1, 2] {'x': 1} [] {}", "[1, 2] {'x': 2} [] {}"])
  })

  it('make an absent entry within the step when the factory is built in', () => {
    expect(endings('lists["k"].append(n)')).toEqual(['[1, 2] {} [1, 2] {}'])
  })

  it('have a slice replaced or deleted by one step', () => {
    expect(sliceEndings('items[1:3] = [n, n]')).toEqual(['[0, 1, 1, 3]', '[0, 2, 2, 3]'])
    expect(sliceEndings('items[:0] = [n]')).toEqual(['[1, 2, 0, 1, 2, 3]', '[2, 1, 0, 1, 2, 3]'])
    expect(sliceEndings('del items[:1]')).toEqual(['[2, 3]'])
    expect(sliceEndings('items[:0] = items')).toEqual([
      '[' + '0, 1, 2, 3, '.repeat(3) + '0, 1, 2, 3]',
    ])
  })

  it('call a factory of the program, and store its answer in a step of its own', () => {
    expect(endings('made["x"] += n')).toEqual([
      "[1, 2] {} [] {'x': 1}",
      "[1, 2] {} [] {'x': 2}",
      "[1, 2] {} [] {'x': 3}",
    ])
  })
})
