import { createClient, type Bridge, type Client } from '../../contract'
import { createSocketBridge, type LinkState } from './webSocketBridge'

/** The host as the window sees it: typed calls, and whether it can be reached. */
export interface Connection {
  readonly client: Client
  /** Called with each change of state; called once at once. Returns the unsubscribe function. */
  onState(listener: (state: LinkState) => void): () => void
  reconnect(): void
}

/** Electron's bridge when the preload gave one, else the WebSocket of the server this page came from. */
export function connect(): Connection {
  const bridge = window.cerrojo
  if (bridge !== undefined) return connectTo(bridge)
  const url = new URL('/lab', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = createSocketBridge(() => new WebSocket(url))
  return {
    client: createClient(socket),
    onState: (listener) => socket.onState(listener),
    reconnect: () => socket.reconnect(),
  }
}

/** A connection over a bridge that cannot be lost: it lives in the same program. */
export function connectTo(bridge: Bridge): Connection {
  return {
    client: createClient(bridge),
    onState(listener) {
      listener('open')
      return () => undefined
    },
    reconnect: () => undefined,
  }
}
