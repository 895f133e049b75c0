/** `live --check-against-model`: what the comparison of a live run with the model says. */
import type { ComparedEvent, Conformance, Mismatch } from '../engine/schedule'
import { text, type Locale } from '../locale'
import { exitCode, EXIT, type RunReport } from './report'

/** The exit code of compared runs: a run that the model cannot make is a violation; an undecided one proves nothing. */
export function comparedExitCode(
  reports: readonly Pick<RunReport, 'outcome' | 'conformance'>[],
): number {
  const isDifferent = reports.some(({ conformance }) => conformance?.kind === 'mismatch')
  return isDifferent ? EXIT.violation : exitCode(reports.map(({ outcome }) => outcome))
}

/** The field `model` of one run in `--json`. */
export function modelJson(conformance: Conformance): object {
  const { events } = conformance
  switch (conformance.kind) {
    case 'conforms':
      return { conforms: true, events }
    case 'mismatch':
      return { conforms: false, events, mismatch: conformance.mismatch }
    case 'undecided':
      return { conforms: 'undecided', events, reason: conformance.reason }
  }
}

/** One line for a person. */
export function modelText(conformance: Conformance, locale: Locale): string {
  const { events } = conformance
  switch (conformance.kind) {
    case 'conforms':
      return text(locale, 'commandLine.model.conforms', { events })
    case 'mismatch':
      return mismatchText(conformance.mismatch, events, locale)
    case 'undecided':
      return text(locale, `commandLine.model.${conformance.reason}`, { events })
  }
}

function mismatchText(mismatch: Mismatch, events: number, locale: Locale): string {
  const { event, thread, live, model } = mismatch
  const made = typeof model === 'string' ? text(locale, `commandLine.model.${model}`) : told(model)
  return text(locale, 'commandLine.model.mismatch', {
    events,
    event,
    thread,
    line: live.line,
    live: told(live),
    model: made,
  })
}

/** `write x = 3 (4)`: kind, place, value and line, as exported traces name them. */
function told({ kind, place, value, line }: ComparedEvent): string {
  // A printed text ends its line; this is one.
  const assigned = value === undefined ? '' : ` = ${value.replaceAll('\n', '\\n')}`
  return `${kind}${place === undefined ? '' : ` ${place}`}${assigned} (${String(line)})`
}
