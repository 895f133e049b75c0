import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAXIMUM_SCHEDULE, type CallResult, type ExplorationResult } from '../../contract'
import { connectTo } from '../transport'
import { createTestBridge, type TestBridge } from '../transport/bridge.testing'
import {
  deadlockResult,
  safeResult,
  someProgress,
  stoppedResult,
} from '../transport/exploration.testing'
import { useCatalogue, useExplore, useHost, useProgram, useRun } from '.'

const ID = 'exploration-1'
let bridge: TestBridge

beforeEach(async () => {
  setActivePinia(createPinia())
  bridge = createTestBridge()
  useHost().attach(connectTo(bridge), () => undefined)
  useHost().onEvent((event) => {
    useRun().receive(event)
    useExplore().receive(event)
  })
  await useCatalogue().load()
  useProgram().choose('transfer-opposite', 'phase-1')
  useExplore().enter()
})

async function end(result: ExplorationResult): Promise<void> {
  bridge.emit({ kind: 'explored', id: ID, result, seconds: 0.25 })
  await flushPromises()
}

/** Answers calls of this name by `answer` from now on. */
function answerWith(name: string, answer: () => CallResult | Promise<CallResult>): void {
  const others = bridge.call.bind(bridge)
  bridge.call = async (called, payload) =>
    called === name ? answer() : await others(called, payload)
}

describe('exploring', () => {
  it('asks for the program in the editor within the bound, and shows how far it is', async () => {
    await useRun().start()
    expect(bridge.calls.at(-1)).toMatchObject({
      name: 'explore.start',
      payload: { program: useProgram().input, options: { states: 1_000_000 } },
    })
    expect(useExplore().isBusy).toBe(true)
    bridge.emit({ kind: 'exploring', id: ID, progress: someProgress() })
    expect(useExplore().state).toEqual({ kind: 'exploring', id: ID, progress: someProgress() })
  })

  it('opens the first counterexample, as a run of its own', async () => {
    await useRun().start()
    await end(deadlockResult())
    expect(useExplore().explored).toMatchObject({ seconds: 0.25, result: { verdict: 'violation' } })
    expect(useExplore().opened?.key).toBe('violation 0')
    expect(useRun().shown?.record.outcome).toMatchObject({ kind: 'deadlock' })
  })

  it('twin: opens nothing where nothing fails', async () => {
    await useRun().start()
    await end(safeResult())
    expect(useExplore().explored?.result.verdict).toBe('safe')
    expect(useRun().shown).toBeUndefined()
  })

  it('asks the host to cancel, and is over when the host says so', async () => {
    await useRun().start()
    await useRun().stop()
    expect(bridge.calls.at(-1)).toEqual({ name: 'explore.cancel', payload: { id: ID } })
    expect(useExplore().isBusy).toBe(true)
    await end(stoppedResult('cancelled'))
    expect(useExplore().isBusy).toBe(false)
    expect(useExplore().explored?.result.bound).toBe('cancelled')
  })

  it('keeps the result that comes before the answer to its start', async () => {
    answerWith('explore.start', () => {
      bridge.emit({ kind: 'explored', id: ID, result: safeResult(), seconds: 0.1 })
      return { ok: true, value: { kind: 'started', id: ID } }
    })
    await useRun().start()
    await flushPromises()
    expect(useExplore().explored?.result.verdict).toBe('safe')
    expect(useExplore().isBusy).toBe(false)
  })

  it('hears nothing of other explorations', async () => {
    await useRun().start()
    bridge.emit({ kind: 'explored', id: 'another', result: safeResult(), seconds: 1 })
    expect(useExplore().explored).toBeUndefined()
  })

  it('is idle again where the host refuses the program', async () => {
    answerWith('explore.start', () => ({ ok: true, value: { kind: 'refused', diagnostics: [] } }))
    await useRun().start()
    expect(useExplore().state).toEqual({ kind: 'idle' })
  })

  it('says why it failed, until it begins anew', async () => {
    await useRun().start()
    bridge.emit({ kind: 'failed', id: ID, code: 'internal', message: 'no memory' })
    expect(useExplore().state).toEqual({ kind: 'failed', message: 'no memory' })
    await useRun().start()
    expect(useExplore().state.kind).toBe('exploring')
  })

  it('is outdated as soon as the program is another', async () => {
    await useRun().start()
    await end(safeResult())
    expect(useExplore().isOutdated).toBe(false)
    useProgram().edit('x = 1\n')
    expect(useExplore().isOutdated).toBe(true)
  })

  it('does not replay what is longer than a host follows', async () => {
    await useRun().start()
    await end(safeResult())
    await useExplore().open(
      'long',
      Array.from({ length: MAXIMUM_SCHEDULE + 1 }, () => 0),
    )
    expect(useExplore().problem).toBe('tooLong')
    expect(useRun().shown).toBeUndefined()
  })

  it('says so where an interleaving cannot be followed to its end', async () => {
    await useRun().start()
    await end(safeResult())
    await useExplore().open('impossible', [2])
    expect(useExplore().problem).toBe('unreadable')
  })

  it('ends with the host', async () => {
    await useRun().start()
    useRun().lose()
    expect(useExplore().isBusy).toBe(false)
  })
})
