import { describe, expect, it } from 'vitest'
import type { Trace } from '../trace'
import { traceOf } from '../trace/trace.testing'
import { cyclesOfSuccessors, shortestCycle, successorsOf, topologicalOrder } from './cycles'
import { createHistory } from './history'
import { lockOrderGraph } from './lockOrderGraph'
import { resourceAllocationGraph } from './resourceAllocationGraph'
import { JOINS, PHASE_1, PHASE_2, placeOf, RING, SELF } from './traces.testing'
import { waitForGraph, type WaitForGraph } from './waitForGraph'

function waits(trace: Trace, event = trace.length - 1): WaitForGraph {
  return waitForGraph(createHistory(trace).at(event), trace)
}

describe('wait-for graph', () => {
  it('finds the cycle of Phase 1, and the main thread outside it', () => {
    const { nodes, edges, cycle } = waits(PHASE_1)
    expect(nodes.map((n) => n.name)).toEqual(['main', 'Hilo-1', 'Hilo-2'])
    expect(edges).toEqual([
      { from: 0, to: 1, lock: undefined, since: 8 },
      { from: 1, to: 2, lock: placeOf(PHASE_1, 'Cuenta-2'), since: 9 },
      { from: 2, to: 1, lock: placeOf(PHASE_1, 'Cuenta-1'), since: 10 },
    ])
    expect(cycle).toEqual([1, 2])
  })

  it('has no cycle one event earlier, nor anywhere in Phase 2', () => {
    expect(waits(PHASE_1, 9).cycle).toEqual([])
    for (let event = 0; event < PHASE_2.length; event++)
      expect(waits(PHASE_2, event).cycle).toEqual([])
  })

  it('finds cycles of one, of three and of joins', () => {
    expect(waits(SELF).cycle).toEqual([1])
    expect(waits(RING).cycle).toEqual([1, 2, 3])
    expect(waits(JOINS).cycle).toEqual([1, 2])
  })
})

describe('resource-allocation graph', () => {
  it('marks the four edges of the bank’s cycle', () => {
    const { nodes, edges } = resourceAllocationGraph(createHistory(PHASE_1).at(10), PHASE_1)
    expect(nodes.map((n) => n.name)).toEqual(['main', 'Hilo-1', 'Hilo-2', 'Cuenta-1', 'Cuenta-2'])
    const [first, second] = [placeOf(PHASE_1, 'Cuenta-1'), placeOf(PHASE_1, 'Cuenta-2')]
    expect(edges).toEqual([
      { kind: 'assignedTo', thread: 1, lock: first, since: 5, isInCycle: true },
      { kind: 'assignedTo', thread: 2, lock: second, since: 7, isInCycle: true },
      { kind: 'requests', thread: 1, lock: second, since: 9, isInCycle: true },
      { kind: 'requests', thread: 2, lock: first, since: 10, isInCycle: true },
    ])
  })

  it('marks nothing while the waiting is a line', () => {
    const { edges } = resourceAllocationGraph(createHistory(PHASE_2).at(9), PHASE_2)
    expect(edges.map((e) => [e.kind, e.isInCycle])).toEqual([
      ['assignedTo', false],
      ['assignedTo', false],
      ['requests', false],
    ])
  })

  it('leaves out threads that have not started and keeps every lock', () => {
    const { nodes, edges } = resourceAllocationGraph(createHistory(PHASE_1).at(2), PHASE_1)
    expect(nodes.map((n) => n.name)).toEqual(['main', 'Hilo-1', 'Cuenta-1', 'Cuenta-2'])
    expect(edges).toEqual([])
  })

  it('does not mark a lock of a cycle’s thread that nobody in it wants', () => {
    const trace = traceOf('main acquire other\nmain acquire l\nmain block l\na block other')
    const { edges } = resourceAllocationGraph(createHistory(trace).at(3), trace)
    expect(edges.map((e) => [e.kind, trace.places[e.lock]?.name, e.isInCycle])).toEqual([
      ['assignedTo', 'other', false],
      ['assignedTo', 'l', true],
      ['requests', 'l', true],
      ['requests', 'other', false],
    ])
  })
})

describe('lock-order graph', () => {
  it('sees opposite orders in Phase 1, from what the threads wait for', () => {
    const { edges, cycle } = lockOrderGraph(PHASE_1)
    const [first, second] = [placeOf(PHASE_1, 'Cuenta-1'), placeOf(PHASE_1, 'Cuenta-2')]
    expect(edges).toEqual([
      { held: first, acquired: second, thread: 1, event: 9, heldLine: 12, acquiredLine: 15 },
      { held: second, acquired: first, thread: 2, event: 10, heldLine: 12, acquiredLine: 15 },
    ])
    expect(cycle).toEqual([first, second])
  })

  it('sees one order in Phase 2, where it was first seen', () => {
    const { edges, cycle } = lockOrderGraph(PHASE_2)
    expect(edges.map((e) => [e.thread, e.event])).toEqual([[1, 9]])
    expect(cycle).toEqual([])
  })

  it('sees opposite orders that never met', () => {
    const trace = traceOf(
      ['a', 'b', 'b', 'a']
        .map((l) => `main acquire ${l}`)
        .join('\n')
        .replace(/b\nmain acquire b/, 'b\nmain release b\nmain release a\nmain acquire b'),
    )
    expect(lockOrderGraph(trace).cycle).toEqual([0, 1])
  })

  it('makes an edge of a lock to itself for a self-deadlock, none for re-entry', () => {
    expect(lockOrderGraph(SELF).cycle).toHaveLength(1)
    expect(lockOrderGraph(traceOf('main acquire r_l\nmain acquire r_l')).edges).toEqual([])
  })

  it('finds a cycle of three', () => {
    expect(lockOrderGraph(RING).cycle).toHaveLength(3)
  })
})

describe('cycles', () => {
  it('finds every cycle of successors, each from its lowest node', () => {
    expect(cyclesOfSuccessors([1, 2, 1, 3, -1, 7, 0, 6])).toEqual([[1, 2], [3]])
    expect(cyclesOfSuccessors([2, 0, 1])).toEqual([[0, 2, 1]])
  })

  it('finds a shortest cycle through the lowest node that has one', () => {
    const graph = successorsOf([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 1],
      [2, 1],
    ])
    expect(shortestCycle(graph)).toEqual([1, 2])
    expect(shortestCycle(successorsOf([[5, 5]]))).toEqual([5])
    expect(shortestCycle(successorsOf([[0, 1]]))).toEqual([])
  })

  it('orders an acyclic graph', () => {
    const graph = successorsOf([
      [9, 1],
      [1, 3],
      [2, 3],
    ])
    expect(topologicalOrder(graph)).toEqual([2, 9, 1, 3])
  })
})
