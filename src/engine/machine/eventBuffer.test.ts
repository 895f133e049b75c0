import { describe, expect, it } from 'vitest'
import { EVENT } from '../trace'
import { EventBuffer } from './eventBuffer'
import { LimitError } from './limits'

/** Times of events, noted one after another. */
function noted(times: readonly number[], buffer = new EventBuffer(10_000)): EventBuffer {
  for (const time of times) {
    buffer.time = time
    buffer.record(EVENT.read, 0, 1, 0, 0)
  }
  return buffer
}

function timesOf(buffer: EventBuffer): number[] {
  const { length, timeOf } = buffer.raw()
  return Array.from({ length }, (_, event) => timeOf(event))
}

const LONG = [0, 5, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 7, 5 * 2 ** 32 + 3, 2 ** 45]

describe('times of events', () => {
  it('are kept over hours and years', () => {
    expect(timesOf(noted(LONG))).toEqual(LONG)
  })

  it('are right again after going back, from wherever', () => {
    for (let length = 0; length <= LONG.length; length++) {
      const buffer = noted(LONG)
      buffer.truncate(length)
      const kept = LONG.slice(0, length)
      expect(timesOf(buffer)).toEqual(kept)
      for (const again of [
        LONG.slice(length),
        [2 ** 32 + 9, 2 ** 33].filter((t) => t >= (kept.at(-1) ?? 0)),
      ]) {
        expect(timesOf(noted(again, noted(kept)))).toEqual([...kept, ...again])
      }
      expect(timesOf(noted(LONG.slice(length), buffer))).toEqual(LONG)
    }
  })

  it('outlive the growth of the buffer', () => {
    const times = Array.from({ length: 3000 }, (_, i) => i * 2 ** 21)
    expect(timesOf(noted(times))).toEqual(times)
  })
})

it('one event too many is a bound', () => {
  const buffer = noted([1, 2], new EventBuffer(2))
  expect(() => noted([3], buffer)).toThrow(LimitError)
})
