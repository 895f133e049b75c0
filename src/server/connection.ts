import type { RawData, WebSocket } from 'ws'
import { createSession, type Lab } from '../host'
import { decodeCall, encodeAnswer, type AnswerFrame } from './frame'

/** Codes of RFC 6455, 7.4.1. */
const UNSUPPORTED_DATA = 1003
const TRY_AGAIN_LATER = 1013

/** Bytes a window may leave unread before its connection is closed: several of the largest traces. */
const MAXIMUM_BACKLOG = 256 * 2 ** 20

/** Joins one window to the lab until the socket closes; its runs end with it. */
export function connectWindow(socket: WebSocket, lab: Lab): void {
  const send = (frame: AnswerFrame): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAXIMUM_BACKLOG) socket.close(TRY_AGAIN_LATER)
    else socket.send(encodeAnswer(frame))
  }
  const session = createSession(lab, (event) => send({ event }))

  async function answer(data: RawData, isBinary: boolean): Promise<void> {
    const frame = isBinary ? decodeCall(toBytes(data)) : undefined
    if (frame === undefined) socket.close(UNSUPPORTED_DATA)
    else send({ id: frame.id, result: await session.call(frame.name, frame.payload) })
  }

  socket.on('message', (data, isBinary) => void answer(data, isBinary))
  socket.on('close', () => session.close())
  // Without a listener an oversized or malformed frame would end the process; `close` follows.
  socket.on('error', () => undefined)
}

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
