import { CALLS, type CallResult, type HostEvent } from '../contract'
import type { Lab } from './lab'

/** Calls of one window that may be under way at once. */
const MAXIMUM_IN_FLIGHT = 64

/** What ends that which a call has started. */
const END_CALLS = { 'run.start': 'run.stop', 'explore.start': 'explore.cancel' } as const
type EndCall = (typeof END_CALLS)[keyof typeof END_CALLS]

/** One window's connection to the lab. */
export interface Session {
  /** As {@link Lab.call}. */
  call(name: unknown, payload: unknown): Promise<CallResult>
  /** The window is gone or begins anew: its runs are stopped, its explorations cancelled, and nothing more is sent. */
  close(): void
}

/** `send` gets the events of the runs and explorations that this window started, each after the answer that named the run. */
export function createSession(lab: Lab, send: (event: HostEvent) => void): Session {
  /** Ids of what goes on, with the call that ends each. */
  const own = new Map<string, EndCall>()
  let inFlight = 0
  let isClosed = false

  const off = lab.onEvent((event) => {
    const id = event.kind === 'finished' ? event.record.id : event.id
    if (!own.has(id)) return
    if (event.kind !== 'progress' && event.kind !== 'exploring') own.delete(id)
    send(event)
  })

  async function call(name: unknown, payload: unknown): Promise<CallResult> {
    const result = await lab.call(name, payload)
    if ((name !== 'run.start' && name !== 'explore.start') || !result.ok) return result
    const answer = CALLS[name].output.parse(result.value)
    if (answer.kind === 'refused') return result
    if (isClosed) void lab.call(END_CALLS[name], { id: answer.id })
    else own.set(answer.id, END_CALLS[name])
    return result
  }

  return {
    async call(name, payload) {
      if (isClosed)
        return { ok: false, error: { code: 'disconnected', message: 'the window is gone' } }
      if (inFlight >= MAXIMUM_IN_FLIGHT) {
        return {
          ok: false,
          error: { code: 'busy', message: `${MAXIMUM_IN_FLIGHT} calls are under way` },
        }
      }
      inFlight += 1
      try {
        return await call(name, payload)
      } finally {
        inFlight -= 1
      }
    },
    close() {
      if (isClosed) return
      isClosed = true
      off()
      for (const [id, end] of own) void lab.call(end, { id })
    },
  }
}
