import { decode, encode } from '@msgpack/msgpack'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createSocketBridge, type LinkState, type Socket } from './webSocketBridge'

/** A socket driven by the test. */
class TestSocket implements Socket {
  binaryType: BinaryType = 'blob'
  readyState = 0
  readonly sent: { id: number; name: string; payload: unknown }[] = []
  readonly #listeners: { kind: string; listener: (message: { readonly data: unknown }) => void }[] =
    []

  send(data: Uint8Array): void {
    this.sent.push(decode(data) as (typeof this.sent)[number])
  }
  close(): void {
    this.readyState = 3
    this.fire('close')
  }
  addEventListener(kind: string, listener: (message: { readonly data: unknown }) => void): void {
    this.#listeners.push({ kind, listener })
  }
  fire(kind: string, data?: unknown): void {
    for (const known of this.#listeners) if (known.kind === kind) known.listener({ data })
  }
  open(): void {
    this.readyState = 1
    this.fire('open')
  }
  receive(frame: unknown): void {
    const bytes = encode(frame)
    this.fire('message', bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  }
}

let sockets: TestSocket[] = []
const bridgeAndStates = () => {
  const bridge = createSocketBridge(() => {
    const socket = new TestSocket()
    sockets.push(socket)
    return socket
  })
  const states: LinkState[] = []
  bridge.onState((state) => states.push(state))
  return { bridge, states }
}

beforeEach(() => {
  sockets = []
  vi.useFakeTimers()
})

describe('the WebSocket bridge', () => {
  it('matches answers to calls by id, whatever their order', async () => {
    const { bridge } = bridgeAndStates()
    sockets[0]?.open()
    const first = bridge.call('a', { x: 1 })
    const second = bridge.call('b', {})
    sockets[0]?.receive({ id: 2, result: { ok: true, value: 'second' } })
    sockets[0]?.receive({ id: 1, result: { ok: true, value: 'first' } })
    expect(await first).toEqual({ ok: true, value: 'first' })
    expect(await second).toEqual({ ok: true, value: 'second' })
    expect(sockets[0]?.sent.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('keeps calls made while connecting until the connection stands', () => {
    const { bridge } = bridgeAndStates()
    void bridge.call('early', {})
    expect(sockets[0]?.sent).toEqual([])
    sockets[0]?.open()
    expect(sockets[0]?.sent.map(({ name }) => name)).toEqual(['early'])
  })

  it('carries traces as bytes', async () => {
    const { bridge } = bridgeAndStates()
    sockets[0]?.open()
    const answer = bridge.call('runs.open', {})
    sockets[0]?.receive({ id: 1, result: { ok: true, value: new Uint8Array([1, 2, 3]) } })
    expect(await answer).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) })
  })

  it('tells events until unsubscribed', () => {
    const { bridge } = bridgeAndStates()
    const heard: unknown[] = []
    const off = bridge.onEvent((event) => heard.push(event))
    sockets[0]?.receive({ event: { kind: 'progress' } })
    off()
    sockets[0]?.receive({ event: { kind: 'late' } })
    expect(heard).toEqual([{ kind: 'progress' }])
  })

  it('answers calls under way with «disconnected» when the connection breaks', async () => {
    const { bridge, states } = bridgeAndStates()
    sockets[0]?.open()
    const call = bridge.call('slow', {})
    sockets[0]?.close()
    expect(await call).toMatchObject({ ok: false, error: { code: 'disconnected' } })
    expect(await bridge.call('later', {})).toMatchObject({
      ok: false,
      error: { code: 'disconnected' },
    })
    expect(states).toEqual(['connecting', 'open', 'lost'])
  })

  it('connects again by itself, ever more slowly', () => {
    const { states } = bridgeAndStates()
    sockets[0]?.close()
    vi.advanceTimersByTime(500)
    expect(sockets).toHaveLength(2)
    sockets[1]?.close()
    vi.advanceTimersByTime(999)
    expect(sockets).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(sockets).toHaveLength(3)
    sockets[2]?.open()
    expect(states.at(-1)).toBe('open')
  })

  it('connects at once when asked, and only once', () => {
    const { bridge } = bridgeAndStates()
    sockets[0]?.close()
    bridge.reconnect()
    bridge.reconnect()
    vi.advanceTimersByTime(60_000)
    expect(sockets).toHaveLength(2)
  })

  it('ignores frames that are none of its own', () => {
    bridgeAndStates()
    for (const frame of [null, 3, { id: 'x' }, { id: 9, result: { ok: true } }]) {
      expect(() => sockets[0]?.receive(frame)).not.toThrow()
    }
    expect(() => sockets[0]?.fire('message', 'text')).not.toThrow()
  })
})
