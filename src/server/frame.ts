import { decode, encode } from '@msgpack/msgpack'
import type { CallResult } from '../contract'

/** A call as it comes over the WebSocket: msgpack of `{id, name, payload}`. The lab looks at name and payload. */
export interface CallFrame {
  readonly id: number
  readonly name: unknown
  readonly payload: unknown
}

/** What goes back: the answer to a call, or an event nobody asked for. */
export type AnswerFrame =
  { readonly id: number; readonly result: CallResult } | { readonly event: unknown }

/** `undefined` when the bytes are no call frame. */
export function decodeCall(bytes: Uint8Array): CallFrame | undefined {
  let frame: unknown
  try {
    frame = decode(bytes)
  } catch {
    return undefined
  }
  if (typeof frame !== 'object' || frame === null) return undefined
  if (
    !('id' in frame) ||
    !Number.isSafeInteger(frame.id) ||
    !('name' in frame) ||
    !('payload' in frame)
  )
    return undefined
  return { id: Number(frame.id), name: frame.name, payload: frame.payload }
}

/** An optional key that is `undefined` is left out: as msgpack's nil it would come back as `null`. */
export function encodeAnswer(frame: AnswerFrame): Uint8Array {
  return encode(frame, { ignoreUndefined: true })
}
