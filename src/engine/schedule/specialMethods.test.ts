/** Special methods of a program's classes: what is refused, how often they are called, what programs without them pay. */
import { describe, expect, it } from 'vitest'
import { compiled, simulationOf } from './simulation.testing'
import { randomScheduler } from './random'
import { simulate } from './simulation'

function outcomeOf(source: string): object {
  const { outcome, output } = simulate(compiled(source), randomScheduler(1))
  return { ...outcome, output }
}

const OWN = `class A:
    def __eq__(self, other):
        return True
`

describe('what only CPython can do ends the run', () => {
  it.each([
    ['(5).__add__(3)', 'int.__add__'],
    ['"a".__eq__("a")', 'str.__eq__'],
    ['[1].__len__()', 'list.__len__'],
    ['A().__ne__(A())', 'A.__ne__'],
    ['len.__call__([])', 'builtin_function_or_method.__call__'],
  ])('%s', (expression, name) => {
    const outcome = outcomeOf(
      `${OWN}try:\n    print(${expression})\nexcept AttributeError:\n    print("caught")\n`,
    )
    expect(outcome).toMatchObject({ kind: 'limit', code: 'unsupportedMethod', name, output: '' })
  })

  it.each(['dict(M())', '{**M()}', 'dict(**M())'])('a mapping of the program: %s', (expression) => {
    const source = `class M:
    def keys(self):
        return ["a"]
    def __getitem__(self, key):
        return key
print(${expression})
`
    expect(outcomeOf(source)).toMatchObject({ kind: 'limit', name: 'M.keys', output: '' })
  })

  it('a decorator that is called as a function', () => {
    const source = `from dataclasses import dataclass, field
class A:
    x = 1
B = dataclass(A)
`
    expect(outcomeOf(source)).toMatchObject({ kind: 'limit', name: 'dataclasses.dataclass()' })
  })

  it('a copy of an object that is no dataclass', () => {
    const source = `from dataclasses import asdict, dataclass
class Thing:
    pass
@dataclass
class Box:
    thing: Thing
asdict(Box(Thing()))
`
    expect(outcomeOf(source)).toMatchObject({ kind: 'limit', name: 'dataclasses.asdict' })
  })
})

describe('a special method is called', () => {
  const calls = (operation: string): object =>
    outcomeOf(`log = []
class A:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        log.append(f"{self.n}=={other.n}")
        return self.n == other.n
    def __lt__(self, other):
        log.append(f"{self.n}<{other.n}")
        return self.n < other.n
    def __hash__(self):
        log.append(f"#{self.n}")
        return 7
    def __len__(self):
        log.append(f"len {self.n}")
        return self.n
${operation}
print(*log)
`)

  it.each([
    ['A(1) == A(2)', '1==2'],
    ['A(1) != A(2)', '1==2'],
    ['A(2) > A(1)', '1<2'],
    ['A(1) in [A(3), A(1), A(2)]', '3==1 1==1'],
    ['A(1) not in (A(3), A(1))', '3==1 1==1'],
    ['[A(1), A(2)] == [A(1), A(3)]', '1==1 2==3'],
    ['{A(1): 0}[A(1)]', '#1 #1 1==1'],
    ['{A(1), A(2)}', '#1 #2 1==2'],
    ['sorted([A(2), A(1), A(3)])', '1<2 3<1 3<2'],
    ['min(A(2), A(1))', '1<2'],
    ['not A(1)', 'len 1'],
    ['A(0) or A(2)', 'len 0'],
  ])('as often as in CPython, and in its order: %s', (operation, expected) => {
    expect(calls(operation)).toMatchObject({ kind: 'finished', output: `${expected}\n` })
  })
})

describe('a program without special methods', () => {
  const plain = 'class A:\n    def size(self):\n        return 1\nprint(A().size())\n'

  it('carries no routine for them', () => {
    const { routines } = compiled(plain)
    expect(routines.equal).toBeUndefined()
    expect(routines.heapPut).toBeUndefined()
    expect(compiled(plain.replaceAll('size', '__len__')).routines.equal).toBeDefined()
  })

  it('carries those of a priority queue only with the queue', () => {
    const own = plain.replaceAll('size', '__lt__')
    expect(compiled(own).routines.heapPut).toBeUndefined()
    expect(compiled(`import queue\n${own}`).routines.heapPut).toBeDefined()
  })
})

describe('a step back', () => {
  it('leads out of a comparison to the memory before it', () => {
    const simulation = simulationOf(`class A:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return self.n < other.n
items = [A(3), A(1), A(2)]
items.sort()
print([a.n for a in items])
`)
    const { memory } = simulation.machine
    const before: number[][] = []
    for (
      let choices = simulation.choices();
      choices[0] !== undefined;
      choices = simulation.choices()
    ) {
      before.push([memory.hashLow, memory.hashHigh])
      simulation.step(choices[0])
    }
    const after: number[][] = []
    for (let i = before.length; i > 0; i--) {
      simulation.back()
      after.unshift([memory.hashLow, memory.hashHigh])
    }
    expect(after).toEqual(before)
  })
})
