import { describe, expect, it } from 'vitest'
import { CONTROL_WORDS, walkOf } from './control'
import { createRunMemory, openRunMemory } from './runMemory'

describe('the memory of a run', () => {
  it('is one, in which control words, heap and events follow each other', () => {
    const { control, heap, events } = openRunMemory(createRunMemory(1000, 50))
    expect([control.length, heap.length, events.length]).toEqual([CONTROL_WORDS, 1000, 50])
    expect(new Set([control.buffer, heap.buffer, events.buffer]).size).toBe(1)
    expect(heap.byteOffset).toBe(control.byteOffset + control.byteLength)
    expect(events.byteOffset).toBe(heap.byteOffset + heap.byteLength)
  })

  it('has a number of its own', () => {
    const [a, b] = [createRunMemory(1, 0), createRunMemory(1, 0)]
    expect(a.number).not.toBe(b.number)
  })

  it('lets each thread walk on words of its own', () => {
    expect(walkOf(128)).toBeLessThanOrEqual(CONTROL_WORDS)
    expect(walkOf(1) - walkOf(0)).toBe(2 * 129)
  })
})
