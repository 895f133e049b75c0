/** `live --check-against-model`: what the comparison of a live run with the model says. */
import type { ComparedEvent, Conformance, Mismatch } from '../engine/schedule'
import { text, type Locale } from '../locale'

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
  const assigned = value === undefined ? '' : ` = ${value}`
  return `${kind}${place === undefined ? '' : ` ${place}`}${assigned} (${String(line)})`
}
