import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { assertNever } from '../../base'
import type { HostEvent, RunEvent, RunOptions, RunRecord } from '../../contract'
import { decodeTrace } from '../../engine/trace'
import { useExplore } from './explore'
import { useHost } from './host'
import { useProgram } from './program'
import type { ShownRun } from './shownRun'
import { useStepping } from './stepping'

export type RunState =
  | { readonly kind: 'idle' }
  /** Asked for; the host has not answered yet. */
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'running'
      readonly id: string
      readonly events: number
      readonly seconds: number
    }
  | { readonly kind: 'failed'; readonly message: string }

/** Starting, following and opening runs. */
// eslint-disable-next-line max-lines-per-function -- a store is a flat list of state and short actions
export const useRun = defineStore('run', () => {
  const host = useHost()
  const program = useProgram()
  const stepping = useStepping()
  const explore = useExplore()
  const state = shallowRef<RunState>({ kind: 'idle' })
  /** The run that ended or was opened last. */
  const finished = shallowRef<ShownRun>()
  const options = ref<RunOptions>({ mode: 'simulate', scheduler: 'random', seed: 1 })

  const shown = computed<ShownRun | undefined>(() => {
    if (explore.isOn) return explore.opened
    return stepping.isOn ? stepping.standing : finished.value
  })
  /** A run or an exploration is under way. */
  const isBusy = computed(
    () => state.value.kind === 'starting' || state.value.kind === 'running' || explore.isBusy,
  )
  const canStart = computed(
    () =>
      !isBusy.value &&
      !stepping.isOn &&
      !program.hasErrors &&
      program.source.trim() !== '' &&
      !host.isLost,
  )
  /** True while the editor holds another program than the one whose run is shown; steps by hand follow the editor. */
  const isOutdated = computed(() => {
    if (explore.isOn) return explore.isOutdated
    return (
      !stepping.isOn &&
      shown.value !== undefined &&
      shown.value.record.program.source !== program.source
    )
  })

  /** Starts a run, or an exploration where that is the mode. */
  async function start(): Promise<void> {
    if (!canStart.value) return
    if (explore.isOn) return explore.start()
    state.value = { kind: 'starting' }
    const answer = await host.call('run.start', {
      program: program.input,
      options: { ...options.value },
    })
    if (answer?.kind === 'refused') program.refuse(answer.diagnostics)
    if (answer?.kind !== 'started') {
      state.value = { kind: 'idle' }
      return
    }
    // The events of a quick run may come before the answer.
    if (early?.id === answer.id) finish(early.event)
    else state.value = { kind: 'running', id: answer.id, events: 0, seconds: 0 }
  }

  /** A finished or failed event of a run whose start has not been answered yet. */
  let early: { readonly id: string; readonly event: RunEvent } | undefined

  async function stop(): Promise<void> {
    if (explore.isBusy) return explore.cancel()
    if (state.value.kind === 'running') await host.call('run.stop', { id: state.value.id })
  }

  function receive(event: HostEvent): void {
    if (event.kind === 'exploring' || event.kind === 'explored') return
    const id = event.kind === 'finished' ? event.record.id : event.id
    if (state.value.kind === 'starting' && event.kind !== 'progress') early = { id, event }
    if (state.value.kind === 'running' && state.value.id === id) finish(event)
  }

  function finish(event: RunEvent): void {
    early = undefined
    switch (event.kind) {
      case 'progress':
        state.value = {
          kind: 'running',
          id: event.id,
          events: event.events,
          seconds: event.seconds,
        }
        return
      case 'finished':
        state.value = { kind: 'idle' }
        show(event.record, event.trace)
        return
      case 'failed':
        state.value = { kind: 'failed', message: event.message }
        return
      default:
        assertNever(event)
    }
  }

  function show(record: RunRecord, bytes: Uint8Array): void {
    const decoded = decodeTrace(bytes)
    if (decoded.ok) finished.value = { record, trace: decoded.value }
    else state.value = { kind: 'failed', message: decoded.error.code }
  }

  /** Opens a saved run with its program. */
  async function open(id: string): Promise<void> {
    const answer = await host.call('runs.open', { id })
    if (answer === undefined) return
    stepping.leave()
    explore.leave()
    program.adopt(answer.record.program)
    options.value = answer.record.options
    show(answer.record, answer.trace)
  }

  /** The host is gone: a run under way will never finish. */
  function lose(): void {
    explore.lose()
    state.value = { kind: 'idle' }
  }

  function clear(): void {
    explore.clear()
    finished.value = undefined
    if (state.value.kind === 'failed') state.value = { kind: 'idle' }
  }

  return {
    state,
    shown,
    options,
    isBusy,
    canStart,
    isOutdated,
    start,
    stop,
    receive,
    open,
    lose,
    clear,
  }
})
