import { describe, expect, it } from 'vitest'
import { grown } from '.'

describe('a grown array', () => {
  it('has what the array had, and zeros behind', () => {
    expect([...grown(Int32Array.of(7, -1))]).toEqual([7, -1, 0, 0])
    expect([...grown(Int32Array.of(7, -1), 3)]).toEqual([7, -1, 0])
  })

  it('is of the same kind', () => {
    expect(grown(Uint8Array.of(255), 2)).toEqual(Uint8Array.of(255, 0))
    expect(grown(Int32Array.of(256), 2)).toEqual(Int32Array.of(256, 0))
  })
})
