export { connect, connectTo, type Connection } from './connect'
export type { LinkState } from './webSocketBridge'
