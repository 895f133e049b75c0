import { CALLS, type CallResult, type HostEvent } from '../contract'
import type { Lab } from './lab'

/** Calls of one window that may be under way at once. */
const MAXIMUM_IN_FLIGHT = 64

/** One window's connection to the lab. */
export interface Session {
  /** As {@link Lab.call}. */
  call(name: unknown, payload: unknown): Promise<CallResult>
  /** The window is gone or begins anew: its runs are stopped and nothing more is sent. */
  close(): void
}

/** `send` gets the events of the runs that this window started, each after the answer that named the run. */
export function createSession(lab: Lab, send: (event: HostEvent) => void): Session {
  const own = new Set<string>()
  let inFlight = 0
  let isClosed = false

  const off = lab.onEvent((event) => {
    const id = event.kind === 'finished' ? event.record.id : event.id
    if (!own.has(id)) return
    if (event.kind !== 'progress') own.delete(id)
    send(event)
  })

  async function call(name: unknown, payload: unknown): Promise<CallResult> {
    const result = await lab.call(name, payload)
    if (name !== 'run.start' || !result.ok) return result
    const answer = CALLS['run.start'].output.parse(result.value)
    if (answer.kind === 'refused') return result
    if (isClosed) void lab.call('run.stop', { id: answer.id })
    else own.add(answer.id)
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
      for (const id of own) void lab.call('run.stop', { id })
    },
  }
}
