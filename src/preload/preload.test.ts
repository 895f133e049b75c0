import { expect, it, vi } from 'vitest'
import type { Bridge } from '../contract'

const electron = vi.hoisted(() => {
  const exposed = new Map<string, unknown>()
  const listeners = new Map<string, (event: unknown, value: unknown) => void>()
  return {
    exposed,
    listeners,
    contextBridge: {
      exposeInMainWorld: (key: string, value: unknown) => void exposed.set(key, value),
    },
    ipcRenderer: {
      invoke: (...message: unknown[]) => Promise.resolve({ ok: true, value: message }),
      on: (channel: string, listener: (event: unknown, value: unknown) => void) =>
        void listeners.set(channel, listener),
      removeListener: (channel: string) => void listeners.delete(channel),
    },
  }
})
vi.mock('electron', () => electron)

await import('./index')
const bridge = electron.exposed.get('cerrojo') as Bridge

it('the window gets two functions and nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['cerrojo'])
  expect(Object.keys(bridge)).toEqual(['call', 'onEvent'])
})

it('a call goes through one channel', async () => {
  expect(await bridge.call('runs.list', {})).toEqual({
    ok: true,
    value: ['cerrojo:call', 'runs.list', {}],
  })
})

it('a listener gets the event without the sender, until it unsubscribes', () => {
  const heard: unknown[] = []
  const off = bridge.onEvent((event) => void heard.push(event))
  electron.listeners.get('cerrojo:event')?.({ sender: 'secret' }, { kind: 'failed' })
  expect(heard).toEqual([{ kind: 'failed' }])
  off()
  expect(electron.listeners.size).toBe(0)
})
