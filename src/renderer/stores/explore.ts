import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import {
  MAXIMUM_SCHEDULE,
  type ExplorationEvent,
  type ExplorationProgress,
  type ExplorationResult,
  type HostEvent,
  type ProgramInput,
  type ScheduleChoice,
} from '../../contract'
import { decodeTrace } from '../../engine/trace'
import { useHost } from './host'
import { useProgram } from './program'
import type { ShownRun } from './shownRun'

export type ExploreState =
  | { readonly kind: 'idle' }
  /** Asked for; the host has not answered yet. */
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'exploring'
      readonly id: string
      readonly progress: ExplorationProgress | undefined
    }
  | { readonly kind: 'failed'; readonly message: string }

/** An exploration that is over, of which program. */
export interface Explored {
  readonly program: ProgramInput
  readonly result: ExplorationResult
  readonly seconds: number
}

/** An interleaving of the exploration, by the name that the view gives it. */
interface Opened extends ShownRun {
  readonly key: string
}

export const VIOLATION_KEY = 'violation'

/** Exploring every interleaving, and replaying those that the exploration answers with. */
// eslint-disable-next-line max-lines-per-function -- a store is a flat list of state and short actions
export const useExplore = defineStore('explore', () => {
  const host = useHost()
  const program = useProgram()
  const isOn = ref(false)
  const state = shallowRef<ExploreState>({ kind: 'idle' })
  const explored = shallowRef<Explored>()
  const opened = shallowRef<Opened>()
  /** Most states that the next exploration may see. */
  const states = ref(1_000_000)
  /** Why an interleaving could not be opened. */
  const problem = ref<'tooLong' | 'unreadable'>()

  const isBusy = computed(() => state.value.kind === 'starting' || state.value.kind === 'exploring')
  /** True while the editor holds another program than the one that was explored. */
  const isOutdated = computed(
    () => explored.value !== undefined && explored.value.program.source !== program.source,
  )

  let asked: ProgramInput | undefined
  /** An event of an exploration whose start has not been answered yet. */
  let early: { readonly id: string; readonly event: ExplorationEvent } | undefined

  async function start(): Promise<void> {
    if (isBusy.value) return
    asked = program.input
    clear()
    state.value = { kind: 'starting' }
    const answer = await host.call('explore.start', {
      program: asked,
      options: { states: states.value },
    })
    if (answer?.kind === 'refused') program.refuse(answer.diagnostics)
    if (answer?.kind !== 'started') {
      state.value = { kind: 'idle' }
      return
    }
    state.value = { kind: 'exploring', id: answer.id, progress: undefined }
    if (early?.id === answer.id) follow(early.event)
  }

  /** The `explored` event follows. */
  async function cancel(): Promise<void> {
    if (state.value.kind === 'exploring') await host.call('explore.cancel', { id: state.value.id })
  }

  function receive(event: HostEvent): void {
    if (event.kind === 'progress' || event.kind === 'finished') return
    if (state.value.kind === 'starting') early = { id: event.id, event }
    if (state.value.kind === 'exploring' && state.value.id === event.id) follow(event)
  }

  function follow(event: ExplorationEvent): void {
    early = undefined
    switch (event.kind) {
      case 'exploring':
        state.value = { kind: 'exploring', id: event.id, progress: event.progress }
        return
      case 'failed':
        state.value = { kind: 'failed', message: event.message }
        return
      case 'explored':
        state.value = { kind: 'idle' }
        if (asked === undefined) return
        explored.value = { program: asked, result: event.result, seconds: event.seconds }
        void openFirst()
    }
  }

  /** A counterexample is shown at once: it is what was looked for. */
  async function openFirst(): Promise<void> {
    const first = explored.value?.result.violations[0]
    if (first === undefined) return
    const round = first.loop?.choices ?? []
    await open(`${VIOLATION_KEY} 0`, [...first.schedule.choices, ...round])
  }

  /** Replays the choices on the host and shows the run that they make. */
  async function open(key: string, choices: readonly ScheduleChoice[]): Promise<void> {
    const of = explored.value
    problem.value = choices.length > MAXIMUM_SCHEDULE ? 'tooLong' : undefined
    if (of === undefined || problem.value !== undefined) return
    const answer = await host.call('schedule.follow', {
      program: of.program,
      choices: [...choices],
    })
    // Another exploration may have begun meanwhile.
    if (explored.value !== of || answer?.kind !== 'standing') return
    const decoded = decodeTrace(answer.trace)
    if (!decoded.ok || answer.followed !== choices.length) {
      problem.value = 'unreadable'
      return
    }
    const trace = decoded.value
    opened.value = {
      key,
      record: {
        program: of.program,
        options: { mode: 'explore' },
        outcome: answer.outcome,
        output: answer.output,
        events: trace.length,
        steps: answer.followed,
      },
      trace,
    }
  }

  function clear(): void {
    explored.value = undefined
    opened.value = undefined
    problem.value = undefined
    if (state.value.kind === 'failed') state.value = { kind: 'idle' }
  }

  function enter(): void {
    isOn.value = true
  }

  function leave(): void {
    isOn.value = false
  }

  /** The host is gone: an exploration under way will never end. */
  function lose(): void {
    if (isBusy.value) state.value = { kind: 'idle' }
  }

  return {
    isOn,
    state,
    explored,
    opened,
    states,
    problem,
    isBusy,
    isOutdated,
    start,
    cancel,
    receive,
    open,
    clear,
    enter,
    leave,
    lose,
  }
})
