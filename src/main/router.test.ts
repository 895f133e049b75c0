import { expect, it } from 'vitest'
import type { CallResult } from '../contract'
import { route, type SenderFrame } from './router'

const OWN: SenderFrame = { origin: 'app://cerrojo', parent: null }

function echo(): {
  calls: unknown[][]
  call(name: unknown, payload: unknown): Promise<CallResult>
} {
  const calls: unknown[][] = []
  return {
    calls,
    call(name, payload) {
      calls.push([name, payload])
      return Promise.resolve({ ok: true, value: 'done' })
    },
  }
}

it('a call of the main frame of our page reaches the session', async () => {
  const session = echo()
  expect(await route(OWN, session, ['runs.list', {}])).toEqual({ ok: true, value: 'done' })
  expect(session.calls).toEqual([['runs.list', {}]])
})

it.each<[string, SenderFrame | null, unknown[]]>([
  ['a frame that is gone', null, ['runs.list', {}]],
  ['a frame inside the page', { ...OWN, parent: OWN }, ['runs.list', {}]],
  ['another origin', { ...OWN, origin: 'https://evil.example' }, ['runs.list', {}]],
  ['an origin that begins like ours', { ...OWN, origin: 'app://cerrojo.evil' }, ['runs.list', {}]],
  ['an opaque origin', { ...OWN, origin: 'null' }, ['runs.list', {}]],
  ['no payload', OWN, ['runs.list']],
  ['too many arguments', OWN, ['runs.list', {}, {}]],
])('%s is refused', async (_what, frame, message) => {
  const session = echo()
  expect(await route(frame, session, message)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
  expect(session.calls).toEqual([])
})

it('a window without a session is refused', async () => {
  expect(await route(OWN, undefined, ['runs.list', {}])).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
})
