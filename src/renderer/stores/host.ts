import { defineStore } from 'pinia'
import { computed, markRaw, ref, shallowRef } from 'vue'
import {
  CallError,
  type CallInput,
  type CallName,
  type CallOutput,
  type HostEvent,
} from '../../contract'
import type { Connection, LinkState } from '../transport'

/** Why the last call failed, as a key among the failures of the interface. */
export type FailureCode = CallError['failure']['code']

/** The connection to the host: every other store calls through here. */
export const useHost = defineStore('host', () => {
  const connection = shallowRef<Connection>()
  const link = ref<LinkState>('connecting')
  const about = shallowRef<CallOutput<'host.about'>>()
  const failure = ref<FailureCode>()

  /** From the loss until the connection stands again, also while it is being tried. */
  const isLost = ref(false)
  const isMemoryOnly = computed(() => about.value?.isPersistent === false)

  /** Attaches a connection; `onOpen` runs each time it comes to stand. Returns the detaching function. */
  function attach(made: Connection, onOpen: () => void): () => void {
    connection.value = markRaw(made)
    return made.onState((state) => {
      link.value = state
      if (state !== 'connecting') isLost.value = state === 'lost'
      if (state === 'open') onOpen()
    })
  }

  /**
   * Calls the host. A failure is remembered for the banner and given as `undefined`; callers only handle what went well.
   */
  async function call<K extends CallName>(
    name: K,
    input: CallInput<K>,
  ): Promise<CallOutput<K> | undefined> {
    try {
      const answer = await connection.value?.client.call(name, input)
      failure.value = undefined
      return answer
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      failure.value = error.failure.code
      return undefined
    }
  }

  function onEvent(listener: (event: HostEvent) => void): () => void {
    return connection.value?.client.onEvent(listener) ?? (() => undefined)
  }

  async function ask(): Promise<void> {
    about.value = await call('host.about', {})
  }

  function dismiss(): void {
    failure.value = undefined
  }

  function reconnect(): void {
    connection.value?.reconnect()
  }

  return {
    link,
    about,
    failure,
    isLost,
    isMemoryOnly,
    attach,
    call,
    onEvent,
    ask,
    dismiss,
    reconnect,
  }
})
