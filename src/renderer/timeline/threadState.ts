import { assertNever } from '../../base'
import type { INTERVAL, ThreadMoment } from '../../engine/analysis'

/** The state that a card, a marker and a node of the graph show for a thread: the names of the timeline's states. */
export function threadState(moment: ThreadMoment, isDeadlocked: boolean): keyof typeof INTERVAL {
  if (isDeadlocked) return 'deadlocked'
  switch (moment.activity.kind) {
    case 'running':
    case 'runnable':
      if (moment.holds.length > 0) return 'holding'
      return moment.activity.kind
    case 'notStarted':
    case 'blocked':
    case 'joining':
    case 'sleeping':
    case 'finished':
      return moment.activity.kind
    default:
      return assertNever(moment.activity)
  }
}
