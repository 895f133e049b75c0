import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  MAXIMUM_SCHEDULE,
  type CallOutput,
  type NextOperation,
  type ProgramInput,
  type ScheduleChoice,
} from '../../contract'
import { decodeTrace } from '../../engine/trace'
import { useHost } from './host'
import { useProgram } from './program'
import type { ShownRun, SteppedRecord } from './shownRun'

/** Why a step was not taken. `tooLong`: the schedule is as long as a host follows. */
export type SteppingProblem = 'tooLong' | 'unreadable'

/** A run led by hand, where it stands. */
interface Standing extends ShownRun {
  readonly record: SteppedRecord
  readonly choices: readonly ScheduleChoice[]
  readonly offered: readonly ScheduleChoice[]
  readonly next: readonly NextOperation[]
}

/** What the host is to follow. */
interface Wanted {
  readonly program: ProgramInput
  readonly choices: readonly ScheduleChoice[]
}

type Answer = Extract<CallOutput<'schedule.follow'>, { kind: 'standing' }>

const NONE: readonly ScheduleChoice[] = []

/**
 * The student as scheduler. The choices are the whole state: each step, forward or back, asks the host to follow them
 * from the beginning. One call is under way at a time; what was asked for meanwhile is asked next, the last of it only.
 */
// eslint-disable-next-line max-lines-per-function -- a store is a flat list of state and short actions
export const useStepping = defineStore('stepping', () => {
  const host = useHost()
  const program = useProgram()
  const isOn = ref(false)
  /** Ahead of `standing` while a call is under way. */
  const wanted = shallowRef<Wanted>({ program: program.input, choices: NONE })
  const undone = shallowRef<readonly ScheduleChoice[]>([])
  const standing = shallowRef<Standing>()
  const problem = ref<SteppingProblem>()
  /** Set anew each time a step is asked of a thread that cannot take it. */
  const refused = shallowRef<{ readonly thread: number }>()
  const isFollowing = ref(false)

  const offered = computed(() => standing.value?.offered ?? NONE)
  const next = computed(() => standing.value?.next ?? [])
  const outcome = computed(() => standing.value?.record.outcome)
  const count = computed(() => wanted.value.choices.length)
  const canGoBack = computed(() => count.value > 0)
  const canGoForward = computed(() => undone.value.length > 0)

  function isOffered(choice: ScheduleChoice): boolean {
    return offered.value.some((other) => isSame(other, choice))
  }

  /** Turns the mode on, where it was left if the program is still the same. */
  function enter(): void {
    if (isOn.value) return
    isOn.value = true
    if (wanted.value.program !== program.input) restart()
    else if (standing.value === undefined) void follow()
  }

  function leave(): void {
    isOn.value = false
  }

  /** Forgets every step, also those undone. What stood is shown until the host has answered. */
  function restart(): void {
    undone.value = NONE
    want(NONE)
  }

  /** Takes a step. While an answer is awaited, one that may turn out not to be possible: it is then dropped. */
  function step(choice: ScheduleChoice): void {
    if (!isFollowing.value && !isOffered(choice)) {
      refused.value = { thread: typeof choice === 'number' ? choice : choice.timeout }
      return
    }
    if (count.value >= MAXIMUM_SCHEDULE) {
      problem.value = 'tooLong'
      return
    }
    const [again, ...rest] = undone.value
    undone.value = again !== undefined && isSame(again, choice) ? rest : NONE
    want([...wanted.value.choices, choice])
  }

  function back(): void {
    const last = wanted.value.choices.at(-1)
    if (last === undefined) return
    undone.value = [last, ...undone.value]
    want(wanted.value.choices.slice(0, -1))
  }

  /** Takes the step again that was taken back last. */
  function forward(): void {
    const [again, ...rest] = undone.value
    if (again === undefined) return
    undone.value = rest
    want([...wanted.value.choices, again])
  }

  /** Before the first step; the steps taken back can be taken again. */
  function toStart(): void {
    if (!canGoBack.value) return
    undone.value = [...wanted.value.choices, ...undone.value]
    want(NONE)
  }

  function want(choices: readonly ScheduleChoice[]): void {
    problem.value = undefined
    wanted.value = { program: program.input, choices }
    void follow()
  }

  async function follow(): Promise<void> {
    if (isFollowing.value) return
    isFollowing.value = true
    try {
      for (;;) {
        const asked = wanted.value
        const choices = await ask(asked)
        if (wanted.value !== asked) continue
        if (choices.length !== asked.choices.length) undone.value = NONE
        wanted.value = { ...asked, choices }
        return
      }
    } finally {
      isFollowing.value = false
    }
  }

  /** Asks the host and shows its answer. Returns the choices that stand then: those before when it had none. */
  async function ask(asked: Wanted): Promise<readonly ScheduleChoice[]> {
    const isSound = !program.hasErrors && asked.program.source.trim() !== ''
    const answer = isSound
      ? await host.call('schedule.follow', {
          program: asked.program,
          choices: [...asked.choices],
        })
      : undefined
    // Of another program by now.
    if (wanted.value.program !== asked.program) return NONE
    if (answer?.kind === 'refused') program.refuse(answer.diagnostics)
    if (answer?.kind === 'standing') stand(asked, answer)
    else if (standing.value?.record.program !== asked.program) standing.value = undefined
    return standing.value?.choices ?? NONE
  }

  function stand(asked: Wanted, answer: Answer): void {
    const decoded = decodeTrace(answer.trace)
    if (!decoded.ok) {
      problem.value = 'unreadable'
      return
    }
    const { followed, offered, next, outcome, output } = answer
    const trace = decoded.value
    standing.value = {
      record: {
        program: asked.program,
        options: { mode: 'step' },
        outcome,
        output,
        events: trace.length,
        steps: followed,
      },
      trace,
      choices: asked.choices.slice(0, followed),
      offered,
      next,
    }
  }

  watch(
    () => program.input,
    () => isOn.value && restart(),
  )
  watch(
    () => host.isLost,
    (isLost) => {
      if (!isLost && isOn.value && standing.value === undefined) void follow()
    },
  )

  return {
    isOn,
    standing,
    offered,
    next,
    outcome,
    count,
    canGoBack,
    canGoForward,
    problem,
    refused,
    isFollowing,
    isOffered,
    enter,
    leave,
    restart,
    step,
    back,
    forward,
    toStart,
  }
})

function isSame(one: ScheduleChoice, other: ScheduleChoice): boolean {
  return typeof one === 'number' || typeof other === 'number'
    ? one === other
    : one.timeout === other.timeout
}
