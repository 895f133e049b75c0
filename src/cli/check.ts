/** `cerrojo check`: every interleaving, as an exit code, one JSON object, or a few lines of text. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Outcome, ScenarioFile } from '../contract'
import type { Program } from '../engine/bytecode'
import {
  CONDITIONS,
  Exploration,
  type ConditionReach,
  type Crew,
  type Decision,
  type ExplorationOptions,
  type ExplorationResult,
  type RaceSide,
  type Violation,
} from '../engine/explore'
import { Pace } from '../host'
import { text, type Locale } from '../locale'
import type { Options } from './options'
import { EXIT, outcomeText } from './report'

/** Milliseconds after which it is heard whether a worker has ended. */
const BUSY_MS = 100

export interface Check {
  readonly result: ExplorationResult
  /** As the result says, and `violation` where a race counts as one. */
  readonly verdict: ExplorationResult['verdict']
  readonly seconds: number
  /** The most memory that the whole process has had so far. */
  readonly peakMiB: number
}

/**
 * Explores the program within the bounds of the options, a large one with the help of the crew.
 * @throws Error where a worker of the crew has ended.
 */
export async function check(program: Program, options: Options, crew?: Crew): Promise<Check> {
  const startMs = performance.now()
  const exploration = new Exploration(program, { ...boundsOf(options), crew })
  const pace = new Pace(startMs)
  let heardMs = startMs
  while (!exploration.advance(pace.states)) {
    const nowMs = performance.now()
    pace.heed(nowMs)
    if ((nowMs - startMs) / 1000 > options.maxSeconds) exploration.cancel()
    if (nowMs - heardMs < BUSY_MS) continue
    heardMs = nowMs
    await new Promise((resolve) => setImmediate(resolve))
  }
  const result = exploration.result()
  const isRaceFatal = options.failsOnRace || expectsRace(options.file)
  return {
    result,
    verdict: isRaceFatal && result.races.length > 0 ? 'violation' : result.verdict,
    seconds: (performance.now() - startMs) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }
}

function boundsOf({ maxStates, reduction }: Options): ExplorationOptions {
  return { reduction, ...(maxStates === undefined ? {} : { maxStates }) }
}

/** Whether the scenario that the file is a variant of expects a race: then one is a violation. */
function expectsRace(file: string | undefined): boolean {
  const beside = join(dirname(file ?? ''), 'scenario.json')
  if (!existsSync(beside)) return false
  try {
    const scenario = ScenarioFile.safeParse(JSON.parse(readFileSync(beside, 'utf8')))
    const id = basename(file ?? '', '.py')
    const variant = scenario.data?.variants.find((v) => v.id === id)
    return variant?.expected.kinds.includes('race') === true
  } catch {
    // A file of that name that is no scenario says nothing about the program.
    return false
  }
}

export function checkExitCode({ verdict }: Check): number {
  return { safe: EXIT.finished, violation: EXIT.violation, inconclusive: EXIT.inconclusive }[
    verdict
  ]
}

/** The object that `--json` prints; equal for equal programs but for `seconds` and `peakMiB`. */
export function checkJson(checked: Check, locale: Locale): object {
  const { result, verdict, seconds, peakMiB } = checked
  return {
    verdict,
    complete: result.isComplete,
    ...(result.bound === undefined ? {} : { bound: result.bound }),
    ...(result.undecided.length === 0 ? {} : { undecided: result.undecided }),
    violations: result.violations.map((violation) => violationJson(violation, locale)),
    races: result.races.map(({ variable, first, second }) => ({
      variable,
      first: sideJson(first),
      second: sideJson(second),
    })),
    ...(result.outcomes === undefined
      ? {}
      : {
          outcomes: result.outcomes.map(({ output, interleavings }) => ({
            output,
            ...(interleavings === undefined ? {} : { schedules: interleavings }),
          })),
        }),
    states: result.size.states,
    transitions: result.size.transitions,
    ...(result.unreduced === undefined ? {} : { unreduced: result.unreduced }),
    ...(result.interleavings === undefined ? {} : { interleavings: result.interleavings }),
    lockOrder: result.lockOrder,
    sampled: result.sampled,
    collisionProbability: result.collisionProbability,
    seconds,
    peakMiB,
    ...(result.conditions === undefined ? {} : { coffman: coffmanJson(result.conditions) }),
    diagnostics: [],
  }
}

function violationJson(violation: Violation, locale: Locale): object {
  const { kind, threads, location, outcome, decision, loop } = violation
  return {
    kind,
    message: messageOf(violation, locale),
    threads,
    ...(location === undefined ? {} : { location }),
    ...(outcome.kind === 'deadlock' ? { cycle: outcome.cycle } : {}),
    ...(outcome.kind === 'stuck' ? { waiting: outcome.waiting } : {}),
    schedule: violation.steps,
    choices: violation.schedule.choices,
    steps: violation.length,
    switches: violation.switches,
    shortest: violation.isShortest,
    ...(decision === undefined ? {} : { decision: decisionJson(decision) }),
    ...(loop === undefined ? {} : { loop: violation.loopSteps, loopChoices: loop.choices }),
  }
}

function decisionJson({ choices, operations, bad, good, schedule, steps }: Decision): object {
  const equal = { choices, steps: operations }
  return { equal, bad, good, goodChoices: schedule.choices, goodSchedule: steps }
}

function messageOf(violation: Violation, locale: Locale): string {
  const { kind, outcome, threads, location, loopSteps } = violation
  if (kind !== 'livelock' && kind !== 'starvation')
    return outcomeText(Outcome.parse(outcome), locale)
  return text(locale, `commandLine.check.${kind}`, {
    threads: threads.join(', '),
    line: location?.line ?? 1,
    loop: grouped(loopSteps ?? []).join(' '),
  })
}

function sideJson({ thread, line, isWrite, holds, stack }: RaceSide): object {
  return { thread, line, access: isWrite ? 'write' : 'read', holds, stack }
}

function coffmanJson(conditions: Readonly<Record<string, ConditionReach>>): object {
  return Object.fromEntries(
    CONDITIONS.map((condition) => {
      const reach = conditions[condition]
      const states = reach?.states ?? 0
      const evidence = reach?.witness === undefined ? [] : [{ schedule: reach.witness.choices }]
      return [condition, { status: states > 0 ? 'observed' : 'absent', states, evidence }]
    }),
  )
}

/** The lines for a person. */
export function checkLines(checked: Check, locale: Locale): string[] {
  const { result, verdict } = checked
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    text(locale, `commandLine.check.${key}`, params)
  const size = {
    states: result.size.states,
    interleavings: result.interleavings ?? say('uncounted'),
    seconds: checked.seconds.toFixed(2),
  }
  const lines = [say(verdict, { ...size, bound: say(`bound.${result.bound ?? 'states'}`) })]
  for (const violation of result.violations) lines.push(...violationLines(violation, locale))
  if (result.undecided.length > 0) {
    const kinds = result.undecided.map((kind) => say(`kind.${kind}`)).join(', ')
    lines.push(say('undecided', { kinds }))
  }
  for (const { variable, first, second } of result.races) {
    lines.push(
      say('race', {
        variable,
        firstThread: first.thread,
        firstLine: first.line,
        secondThread: second.thread,
        secondLine: second.line,
      }),
    )
  }
  for (const { output, interleavings } of result.outcomes ?? []) {
    const shown = JSON.stringify(output)
    lines.push(
      interleavings === undefined
        ? say('outcome', { output: shown })
        : say('counted', { output: shown, interleavings }),
    )
  }
  if (result.lockOrder.length > 0 && verdict === 'safe') {
    const order = result.lockOrder.map((pair) => pair.join(' → ')).join(', ')
    lines.push(say('lockOrder', { order }))
  }
  if (result.sampled.length > 0) lines.push(say('sampled', { names: result.sampled.join(', ') }))
  return lines
}

function violationLines(violation: Violation, locale: Locale): string[] {
  const { length, switches } = violation
  const key = violation.isShortest ? 'shortest' : 'way'
  return [
    messageOf(violation, locale),
    text(locale, `commandLine.check.${key}`, {
      length,
      switches,
      steps: grouped(violation.steps).join(' '),
    }),
    ...(violation.decision === undefined ? [] : decisionLines(violation.decision, locale)),
  ]
}

function decisionLines({ choices, bad, good, steps }: Decision, locale: Locale): string[] {
  return [
    text(locale, 'commandLine.check.decision', {
      equal: grouped(steps.slice(0, choices)).join(' '),
      bad: bad.thread,
      badLine: bad.line,
      good: good.thread,
      goodLine: good.line,
    }),
    text(locale, 'commandLine.check.good', { steps: grouped(steps).join(' ') }),
  ]
}

/** `Hilo-1×3 Hilo-2`: steps in a row of one thread as one. */
function grouped(steps: readonly string[]): string[] {
  const groups: { name: string; count: number }[] = []
  for (const name of steps) {
    const last = groups.at(-1)
    if (last?.name === name) last.count++
    else groups.push({ name, count: 1 })
  }
  return groups.map(({ name, count }) => (count === 1 ? name : `${name}×${String(count)}`))
}
