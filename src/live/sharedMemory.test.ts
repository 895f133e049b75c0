import { describe, expect, it } from 'vitest'
import { LimitError, MACHINE, OBJECT } from '../engine/machine'
import { SharedMemory } from './sharedMemory'

function memory(words: number, next: number): SharedMemory {
  const memory = new SharedMemory(new Int32Array(new SharedArrayBuffer(words * 4)), 0)
  memory.write(MACHINE.nextChunk, next)
  return memory
}

describe('shared memory', () => {
  it('hands out consecutive words until the bound, and nothing beyond', () => {
    const m = memory(10_000, 5000)
    expect(m.reserve(100)).toBe(5000)
    expect(m.reserve(100)).toBe(5100)
    expect(() => m.reserve(5000)).toThrow(new LimitError('heap', 10_000))
    expect(m.reserve(4800)).toBe(5200)
    expect(() => m.reserve(1)).toThrow(LimitError)
  })

  it('gives every thread objects of its own chunks', () => {
    const m = memory(100_000, 5000)
    const other = new SharedMemory(m.words, 1)
    const addresses = [
      m.allocate(OBJECT.list, 3),
      other.allocate(OBJECT.list, 3),
      m.allocate(OBJECT.list, 3),
    ]
    expect(addresses).toEqual([5000, 9096, 5003])
  })

  it('is all zero after clear', () => {
    const m = memory(20_000, 5000)
    m.write(m.allocate(OBJECT.tuple, 4) + 3, 77)
    m.clear()
    expect(m.words.every((w) => w === 0)).toBe(true)
  })
})
