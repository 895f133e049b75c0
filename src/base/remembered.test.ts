import { describe, expect, it } from 'vitest'
import { remembered } from './remembered'

describe('remembered', () => {
  it('computes once for each object, an absent answer too', () => {
    const asked: object[] = []
    const ask = remembered((key: { readonly answer: number | undefined }) => {
      asked.push(key)
      return key.answer
    })
    const [one, none, again] = [{ answer: 1 }, { answer: undefined }, { answer: 1 }]
    expect([ask(one), ask(none), ask(again), ask(one), ask(none)]).toEqual([
      1,
      undefined,
      1,
      1,
      undefined,
    ])
    expect(asked).toEqual([one, none, again])
  })
})
