import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { MAXIMUM_SCHEDULE, type CallResult, type ScheduleChoice } from '../../contract'
import { connectTo } from '../transport'
import { createTestBridge, type TestBridge } from '../transport/bridge.testing'
import { followPhase1 } from '../transport/steps.testing'
import { useCatalogue, useCursor, useHost, useLenses, useProgram, useRun, useStepping } from '.'

/** Both threads started, each holds its own account, and asks for the other's. */
const INTO_DEADLOCK = [0, 0, 1, 2, 1, 2]

let bridge: TestBridge

beforeEach(async () => {
  setActivePinia(createPinia())
  bridge = createTestBridge()
  const host = useHost()
  host.attach(connectTo(bridge), () => undefined)
  await useCatalogue().load()
  useProgram().choose('transfer-opposite', 'phase-1')
  useStepping().enter()
  await flushPromises()
})

async function take(...choices: readonly ScheduleChoice[]): Promise<void> {
  for (const choice of choices) {
    useStepping().step(choice)
    await flushPromises()
  }
}

/** The schedules that the host was asked to follow. */
function asked(): readonly unknown[] {
  return bridge.calls
    .filter(({ name }) => name === 'schedule.follow')
    .map(({ payload }) => (payload as { choices: unknown }).choices)
}

/** Answers `schedule.follow` with `answer` from now on. */
function answerWith(
  answer: (choices: readonly ScheduleChoice[]) => CallResult | Promise<CallResult>,
): void {
  const others = bridge.call.bind(bridge)
  bridge.call = async (name, payload) => {
    const answered = others(name, payload)
    return name === 'schedule.follow'
      ? answer((payload as { choices: readonly ScheduleChoice[] }).choices)
      : answered
  }
}

const ok = (value: unknown): CallResult => ({ ok: true, value })

describe('steps by hand', () => {
  it('begin before the first step, with the main thread on offer', () => {
    const stepping = useStepping()
    expect(stepping.offered).toEqual([0])
    expect(stepping.next).toEqual([{ thread: 0, line: 28 }])
    expect(useCursor().at).toBe(-1)
    expect(useLenses().moment?.threads).toHaveLength(1)
  })

  it('are shown as a run is, the cursor at their end', async () => {
    await take(0, 0, 1)
    expect(useRun().shown?.record.outcome).toBeUndefined()
    expect(useRun().shown?.trace.length).toBe(4)
    expect(useCursor().at).toBe(3)
    expect(useStepping().count).toBe(3)
  })

  it('know a thread that has not begun', async () => {
    await take(0)
    expect(useStepping().offered).toEqual([0, 1])
    expect(useLenses().trace?.threads.map(({ name }) => name)).toEqual(['main', 'Hilo-1'])
  })

  it('lead into the deadlock', async () => {
    await take(...INTO_DEADLOCK)
    expect(useStepping().outcome).toMatchObject({ kind: 'deadlock', cycle: [{}, {}] })
    expect(useStepping().offered).toEqual([])
  })

  it('ask nothing for a step that is not offered, and say of whom', async () => {
    const before = asked().length
    await take(2)
    expect(asked()).toHaveLength(before)
    expect(useStepping().refused).toEqual({ thread: 2 })
    expect(useStepping().count).toBe(0)
  })

  it('go back and forward again', async () => {
    const stepping = useStepping()
    await take(0, 0, 1)
    stepping.back()
    stepping.back()
    await flushPromises()
    expect(asked().at(-1)).toEqual([0])
    stepping.forward()
    await flushPromises()
    expect(asked().at(-1)).toEqual([0, 0])
    expect(stepping.canGoForward).toBe(true)
  })

  it('forget what was undone once another way is taken, and keep it on the same', async () => {
    const stepping = useStepping()
    await take(0, 0, 1, 2)
    stepping.back()
    stepping.back()
    await flushPromises()
    await take(1)
    expect(stepping.canGoForward).toBe(true)
    stepping.back()
    await flushPromises()
    await take(2)
    expect(stepping.canGoForward).toBe(false)
  })

  it('return to the start, from where they can be taken again', async () => {
    const stepping = useStepping()
    await take(0, 0)
    stepping.toStart()
    await flushPromises()
    expect(useCursor().length).toBe(0)
    stepping.forward()
    stepping.forward()
    await flushPromises()
    expect(stepping.count).toBe(2)
    expect(stepping.canGoForward).toBe(false)
  })

  it('start anew with another program', async () => {
    await take(0, 0)
    useProgram().choose('transfer-opposite', 'phase-1')
    useProgram().edit(`${useProgram().source}# mine\n`)
    await flushPromises()
    expect(useStepping().count).toBe(0)
    expect(useStepping().canGoForward).toBe(false)
    expect(useRun().shown?.record.program.source).toContain('# mine')
  })

  it('show nothing while the program has errors', async () => {
    await take(0)
    const before = asked().length
    useProgram().edit('def f(:\n')
    await flushPromises()
    expect(asked()).toHaveLength(before)
    expect(useRun().shown).toBeUndefined()
    useProgram().restore()
    await flushPromises()
    expect(useStepping().offered).toEqual([0])
  })

  it('give way to a run and are resumed where they were left', async () => {
    await take(0, 0)
    useStepping().leave()
    expect(useRun().shown).toBeUndefined()
    useStepping().enter()
    await flushPromises()
    expect(useStepping().count).toBe(2)
    await useRun().open('saved-1')
    expect(useStepping().isOn).toBe(false)
    expect(useRun().shown?.record.outcome?.kind).toBe('deadlock')
  })
})

describe('calls to follow a schedule', () => {
  /** Answers that come when the test says so. */
  function holdAnswers(): (() => void)[] {
    const waiting: (() => void)[] = []
    answerWith(
      (choices) => new Promise((resolve) => waiting.push(() => resolve(ok(followPhase1(choices))))),
    )
    return waiting
  }

  it('come one at a time, and of those asked for meanwhile only the last', async () => {
    const waiting = holdAnswers()
    const before = asked().length
    const stepping = useStepping()
    stepping.step(0)
    stepping.step(0)
    stepping.step(1)
    expect(asked().slice(before)).toEqual([[0]])
    waiting.shift()?.()
    await flushPromises()
    expect(asked().slice(before)).toEqual([[0], [0, 0, 1]])
    waiting.shift()?.()
    await flushPromises()
    expect(stepping.isFollowing).toBe(false)
    expect(stepping.count).toBe(3)
  })

  it('drop steps that turn out not to be possible', async () => {
    const waiting = holdAnswers()
    const stepping = useStepping()
    stepping.step(0)
    stepping.step(2)
    stepping.step(2)
    waiting.shift()?.()
    await flushPromises()
    waiting.shift()?.()
    await flushPromises()
    expect(stepping.count).toBe(1)
    expect(stepping.offered).toEqual([0, 1])
  })

  it('drop the answer about a program that is no longer there', async () => {
    const waiting = holdAnswers()
    useStepping().step(0)
    useProgram().edit('x = 1\n')
    await flushPromises()
    waiting.shift()?.()
    await flushPromises()
    waiting.shift()?.()
    await flushPromises()
    expect(useRun().shown?.record.program.source).toBe('x = 1\n')
    expect(useStepping().count).toBe(0)
  })

  it('that fail leave what stood, and the host says why', async () => {
    await take(0)
    answerWith(() => ({ ok: false, error: { code: 'internal', message: '' } }))
    await take(0)
    expect(useStepping().count).toBe(1)
    expect(useRun().shown?.trace.length).toBe(1)
    expect(useHost().failure).toBe('internal')
  })

  it('with an unreadable trace leave what stood and say so', async () => {
    await take(0)
    answerWith((choices) => ok({ ...followPhase1(choices), trace: new Uint8Array([1, 2]) }))
    await take(0)
    expect(useStepping().count).toBe(1)
    expect(useStepping().problem).toBe('unreadable')
  })

  it('that are refused show the diagnostics', async () => {
    const found = {
      code: 'syntax',
      severity: 'error',
      from: 0,
      to: 1,
      line: 1,
      column: 1,
      params: {},
    }
    answerWith(() => ok({ kind: 'refused', diagnostics: [found] }))
    useProgram().edit('x = 2\n')
    await flushPromises()
    expect(useProgram().diagnostics).toMatchObject([{ code: 'syntax' }])
    expect(useRun().shown).toBeUndefined()
  })

  it('are not made beyond the longest schedule', async () => {
    const spin = (choices: readonly ScheduleChoice[]): CallResult =>
      ok({ ...followPhase1([]), followed: choices.length, offered: [0] })
    answerWith(spin)
    const stepping = useStepping()
    for (let i = 0; i < MAXIMUM_SCHEDULE; i += 1) stepping.step(0)
    await flushPromises()
    expect(stepping.count).toBe(MAXIMUM_SCHEDULE)
    const before = asked().length
    await take(0)
    expect(asked()).toHaveLength(before)
    expect(stepping.problem).toBe('tooLong')
    stepping.back()
    await flushPromises()
    expect(stepping.problem).toBeUndefined()
  })

  it('offer to let a timed wait run out', async () => {
    answerWith((choices) =>
      ok({ ...followPhase1([]), followed: choices.length, offered: [0, { timeout: 1 }] }),
    )
    await take(0, { timeout: 1 })
    expect(asked().at(-1)).toEqual([0, { timeout: 1 }])
    expect(useStepping().isOffered({ timeout: 1 })).toBe(true)
    expect(useStepping().isOffered({ timeout: 0 })).toBe(false)
  })
})
