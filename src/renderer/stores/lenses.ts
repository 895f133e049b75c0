import { defineStore } from 'pinia'
import { computed } from 'vue'
import {
  analyseCoffman,
  analyseSharing,
  createHistory,
  layoutTimeline,
  lockOrderGraph,
  logOf,
  measure,
  racesOf,
  resourceAllocationGraph,
  waitForGraph,
  domainAt,
} from '../../engine/analysis'
import { parse } from '../../engine/language'
import { useCatalogue } from './catalogue'
import { useCursor } from './cursor'
import { useProgram } from './program'
import { useRun } from './run'
import { useSharing } from './sharing'

/**
 * Every lens on the shown run. Those of the whole run are computed once per trace, those of a moment once per cursor
 * position, and only when something shows them.
 */
// eslint-disable-next-line max-lines-per-function -- a store is a flat list of state and short actions
export const useLenses = defineStore('lenses', () => {
  const program = useProgram()
  const sharing = useSharing()
  const run = useRun()
  const cursor = useCursor()
  const catalogue = useCatalogue()

  const trace = computed(() => run.shown?.trace)
  const history = computed(() => trace.value && createHistory(trace.value))
  const timeline = computed(() => trace.value && layoutTimeline(trace.value))
  const metrics = computed(() => trace.value && measure(trace.value))
  const log = computed(() => (trace.value === undefined ? [] : logOf(trace.value)))
  const races = computed(() => (trace.value === undefined ? [] : racesOf(trace.value)))
  const lockOrder = computed(() => trace.value && lockOrderGraph(trace.value))

  /** Where the source of the shown run waits; most often it is what stands in the editor. */
  const source = computed(() => {
    const text = run.shown?.record.program.source
    if (text === undefined) return undefined
    if (text === program.source) return sharing.report?.waits
    const reading = parse(text)
    return reading.kind === 'accepted' ? analyseSharing(reading.module, text).waits : undefined
  })

  const moment = computed(() => history.value?.at(cursor.at))
  const waits = computed(
    () => trace.value && moment.value && waitForGraph(moment.value, trace.value),
  )
  const resources = computed(
    () => trace.value && moment.value && resourceAllocationGraph(moment.value, trace.value),
  )
  const coffman = computed(
    () =>
      trace.value &&
      history.value &&
      analyseCoffman({
        trace: trace.value,
        history: history.value,
        event: cursor.at,
        source: source.value,
      }),
  )
  const scenario = computed(() => catalogue.find(run.shown?.record.program.scenario?.slug))
  const variant = computed(() => {
    const at = run.shown?.record.program.scenario
    return catalogue.variantOf(at?.slug, at?.variant)
  })
  /** The scenario's promise as it stood when the run ended. */
  const promise = computed(() => {
    const shown = scenario.value?.domain
    if (shown?.invariant === undefined || trace.value === undefined) return undefined
    const end = history.value?.at(trace.value.length - 1)
    const found = end && domainAt({ ...shown, cards: [] }, end, trace.value).invariant
    return found && { ...found, text: shown.invariant.text }
  })
  const domain = computed(() => {
    const shown = scenario.value?.domain
    return shown && trace.value && moment.value && domainAt(shown, moment.value, trace.value)
  })

  return {
    trace,
    history,
    timeline,
    metrics,
    log,
    races,
    lockOrder,
    moment,
    waits,
    resources,
    coffman,
    scenario,
    variant,
    domain,
    promise,
  }
})
