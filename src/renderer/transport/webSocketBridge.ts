import { decode, encode } from '@msgpack/msgpack'
import type { Bridge, CallResult } from '../../contract'

/** The part of `WebSocket` the bridge needs; tests give their own. */
export interface Socket {
  binaryType: BinaryType
  readonly readyState: number
  send(data: Uint8Array<ArrayBuffer>): void
  close(): void
  addEventListener(kind: 'open' | 'close', listener: () => void): void
  addEventListener(kind: 'message', listener: (message: { readonly data: unknown }) => void): void
}

export type LinkState = 'connecting' | 'open' | 'lost'

export interface SocketBridge extends Bridge {
  /** Called with each change of state; called once at once. Returns the unsubscribe function. */
  onState(listener: (state: LinkState) => void): () => void
  /** Tries again now. Does nothing while a connection stands or is being made. */
  reconnect(): void
}

const OPEN = 1
const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 8_000

const DISCONNECTED: CallResult = {
  ok: false,
  error: { code: 'disconnected', message: 'the connection to the host is closed' },
}

/**
 * A bridge over a WebSocket that speaks msgpack: `{id, name, payload}` out, `{id, result}` and `{event}` in. A call
 * made while connecting waits for the connection; calls under way when it breaks are answered `disconnected`. A lost
 * connection is tried again by itself, ever more slowly.
 */
// eslint-disable-next-line max-lines-per-function -- the states of one connection, as short functions over them
export function createSocketBridge(open: () => Socket): SocketBridge {
  const pending = new Map<number, (result: CallResult) => void>()
  const events = new Set<(event: unknown) => void>()
  const states = new Set<(state: LinkState) => void>()
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let state: LinkState = 'connecting'
  let nextId = 1
  let delayMs = FIRST_DELAY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let socket = connect()

  function connect(): Socket {
    const made = open()
    made.binaryType = 'arraybuffer'
    made.addEventListener('open', opened)
    made.addEventListener('close', closed)
    made.addEventListener('message', ({ data }) => receive(data))
    return made
  }

  function become(next: LinkState): void {
    state = next
    for (const listener of states) listener(next)
  }

  function opened(): void {
    delayMs = FIRST_DELAY_MS
    for (const frame of waiting) socket.send(frame)
    waiting = []
    become('open')
  }

  function closed(): void {
    waiting = []
    const unanswered = [...pending.values()]
    pending.clear()
    become('lost')
    for (const answer of unanswered) answer(DISCONNECTED)
    timer = setTimeout(reconnect, delayMs)
    delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2)
  }

  function reconnect(): void {
    if (state !== 'lost') return
    clearTimeout(timer)
    become('connecting')
    socket = connect()
  }

  function receive(data: unknown): void {
    if (!(data instanceof ArrayBuffer)) return
    const frame = decode(new Uint8Array(data))
    if (typeof frame !== 'object' || frame === null) return
    if ('event' in frame) for (const listener of events) listener(frame.event)
    if (!('id' in frame) || typeof frame.id !== 'number' || !('result' in frame)) return
    pending.get(frame.id)?.(asResult(frame.result))
    pending.delete(frame.id)
  }

  return {
    call(name, payload) {
      if (state === 'lost') return Promise.resolve(DISCONNECTED)
      const id = nextId++
      const frame = encode({ id, name, payload }, { ignoreUndefined: true })
      return new Promise((resolve) => {
        pending.set(id, resolve)
        if (socket.readyState === OPEN) socket.send(frame)
        else waiting.push(frame)
      })
    },
    onEvent: (listener) => subscribe(events, listener),
    onState(listener) {
      listener(state)
      return subscribe(states, listener)
    },
    reconnect,
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The client parses the value by its schema; here only the envelope is looked at. */
function asResult(value: unknown): CallResult {
  if (typeof value === 'object' && value !== null && 'ok' in value) {
    if (value.ok === true) return { ok: true, value: 'value' in value ? value.value : undefined }
    // CallFailure is parsed by the client, which throws on anything else.
    if (value.ok === false && 'error' in value) return value as CallResult
  }
  return { ok: false, error: { code: 'internal', message: 'the host sent a malformed answer' } }
}
