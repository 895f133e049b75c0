import {
  CallFailure,
  CALLS,
  HostEvent,
  type Bridge,
  type CallInput,
  type CallName,
  type CallOutput,
} from './calls'

/** A call that the host refused or could not carry out. */
export class CallError extends Error {
  override readonly name = 'CallError'
  constructor(readonly failure: CallFailure) {
    super(`${failure.code}: ${failure.message}`)
  }
}

/** The typed face of a host. Answers and events are parsed on arrival; what does not parse is an `internal` failure. */
export interface Client {
  /** @throws CallError */
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>>
  onEvent(listener: (event: HostEvent) => void): () => void
}

export function createClient(bridge: Bridge): Client {
  return {
    async call(name, input) {
      const result = await bridge.call(name, input)
      if (!result.ok) throw new CallError(CallFailure.parse(result.error))
      const parsed = CALLS[name].output.safeParse(result.value)
      if (!parsed.success) throw new CallError({ code: 'internal', message: parsed.error.message })
      // The schema of `name` has just produced it; TypeScript cannot follow the index.
      return parsed.data as CallOutput<typeof name>
    },
    onEvent: (listener) =>
      bridge.onEvent((event) => {
        const parsed = HostEvent.safeParse(event)
        if (parsed.success) listener(parsed.data)
      }),
  }
}
