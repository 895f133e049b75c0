import type { CallResult } from '../contract'
import type { Session } from '../host'
import { ORIGIN } from './navigation'

/** What the router looks at of the frame that sent a message (Electron's `WebFrameMain`). */
export interface SenderFrame {
  readonly origin: string
  /** `null` for the main frame. */
  readonly parent: unknown
}

/**
 * Routes one IPC message to the session of its window. Only the main frame of our own page is heard; a frame that went
 * away meanwhile is `null`. Never throws; names and payloads are looked at by the lab.
 */
export async function route(
  frame: SenderFrame | null,
  session: Pick<Session, 'call'> | undefined,
  message: readonly unknown[],
): Promise<CallResult> {
  if (frame === null || frame.parent !== null || frame.origin !== ORIGIN)
    return refused('the sender is not the window')
  if (session === undefined) return refused('the window is not known')
  if (message.length !== 2) return refused('a call is a name and a payload')
  return session.call(message[0], message[1])
}

function refused(message: string): CallResult {
  return { ok: false, error: { code: 'forbidden', message } }
}
