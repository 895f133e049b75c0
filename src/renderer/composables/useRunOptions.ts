import { computed } from 'vue'
import type { RunOptions } from '../../contract'
import { useExplore, useRun, useSettings, useStepping } from '../stores'

const LARGEST_SEED = 0x7fffffff

type Scheduler = Extract<RunOptions, { mode: 'simulate' }>['scheduler']

/** The options of the next run as fields. Values outside their range are put back into it. */
export function useRunOptions() {
  const run = useRun()
  const settings = useSettings()
  const stepping = useStepping()
  const explore = useExplore()

  const simulated = computed(() =>
    run.options.mode === 'simulate'
      ? run.options
      : { mode: 'simulate' as const, scheduler: 'random' as const, seed: 1 },
  )

  const mode = computed({
    get: () => (explore.isOn ? 'explore' : stepping.isOn ? 'step' : run.options.mode),
    set(value: RunOptions['mode'] | 'step' | 'explore') {
      if (value === 'explore') explore.enter()
      else explore.leave()
      if (value === 'step') stepping.enter()
      else stepping.leave()
      if (value === 'step' || value === 'explore') return
      run.options = value === 'live' ? { mode: 'live', timeout: settings.timeout } : simulated.value
    },
  })
  const seed = computed({
    get: () => simulated.value.seed,
    set(value: number | '') {
      const whole = Math.floor(Number(value))
      run.options = { ...simulated.value, seed: Math.min(LARGEST_SEED, Math.max(0, whole)) }
    },
  })
  const scheduler = computed({
    get: () => simulated.value.scheduler,
    set: (value: Scheduler) => (run.options = { ...simulated.value, scheduler: value }),
  })
  /** As text, because lists choose texts. */
  const states = computed({
    get: () => String(explore.states),
    set: (value: string) => (explore.states = Number(value)),
  })
  const timeout = computed({
    get: () => (run.options.mode === 'live' ? run.options.timeout : settings.timeout),
    set(value: number | '') {
      const seconds = Math.min(600, Math.max(0.1, Number(value)))
      run.options = { mode: 'live', timeout: seconds }
      void settings.change({ timeout: seconds })
    },
  })

  /** A seed nobody chose; small enough to read aloud in class. */
  function reseed(): void {
    seed.value = Math.floor(Math.random() * 10_000)
  }

  return { mode, seed, scheduler, timeout, states, reseed }
}
