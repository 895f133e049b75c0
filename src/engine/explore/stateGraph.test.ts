import { describe, expect, it } from 'vitest'
import { explore } from '.'
import { compiled } from '../schedule/simulation.testing'
import type { StateGraph } from './result'

const counter = (check: string): string => `import threading
n = 0

def add():
    global n
    n += 1

a = threading.Thread(target=add)
b = threading.Thread(target=add)
a.start()
b.start()
a.join()
b.join()
${check}
`

function graphOf(source: string): StateGraph {
  const { graph } = explore(compiled(source))
  if (graph === undefined) throw new Error('not drawn')
  return graph
}

function leaves({ states, edges }: StateGraph): readonly string[] {
  const goesOn = new Set(edges.map(({ from }) => from))
  return states.flatMap(({ end }, state) => (goesOn.has(state) ? [] : [end])).sort()
}

describe('the graph of states', () => {
  it('marks the state in which the program has failed, not the one before', () => {
    const graph = graphOf(counter('assert n == 2'))
    expect(leaves(graph)).toEqual(['assertion', 'finished'])
    expect(graph.states.filter(({ end }) => end === 'assertion')).toHaveLength(1)
  })

  it('twin: has no failing state where nothing fails', () => {
    const graph = graphOf(counter('assert n in (1, 2)'))
    expect(new Set(leaves(graph))).toEqual(new Set(['finished']))
  })

  it('marks where a run ends that has failed on its way', () => {
    const graph = graphOf(counter('pass').replace('    n += 1', '    n += 1\n    assert n == 2'))
    expect(leaves(graph)).not.toContain('none')
    expect(leaves(graph)).toContain('assertion')
  })

  it('has a row for each operation from the start', () => {
    const { states, edges } = graphOf(counter('pass'))
    for (const { from, to } of edges) expect(states[to]?.depth).toBe((states[from]?.depth ?? 0) + 1)
  })
})
