/** Which kinds of event order those that come after them: the edges of happens-before (Lamport 1978). */
import { EVENT, type EventKind } from './trace'

/**
 * What an event orders. `gives`: whoever receives from the place later comes after it. `receives`: it comes after all
 * that was given to the place. `starts` and `joins` speak of the thread of the place.
 */
export type Ordering = 'nothing' | 'gives' | 'receives' | 'exchanges' | 'starts' | 'joins'

/** Each kind must say what it orders: an edge that is missing invents races, one too many hides them. */
const ORDERINGS: Readonly<Record<EventKind, Ordering>> = {
  begin: 'nothing',
  end: 'nothing',
  start: 'starts',
  joinWait: 'nothing',
  join: 'joins',
  block: 'nothing',
  acquire: 'receives',
  acquireFailed: 'nothing',
  release: 'gives',
  initial: 'nothing',
  read: 'nothing',
  write: 'nothing',
  callRead: 'nothing',
  callWrite: 'nothing',
  // Time passes, but nobody is waited for.
  sleep: 'nothing',
  wake: 'nothing',
  print: 'nothing',
  // A transaction sees all that was committed before it began; a read is a transaction of its own.
  databaseBegin: 'receives',
  databaseCommit: 'gives',
  databaseRead: 'receives',
  databaseBusy: 'nothing',
  exception: 'nothing',
  signal: 'gives',
  receive: 'receives',
  exchange: 'exchanges',
  // Whoever looks or gives up has waited for nothing that another gave.
  look: 'nothing',
  giveUp: 'nothing',
  change: 'nothing',
  progress: 'nothing',
}

const ORDERING_OF_CODE: readonly Ordering[] = Object.entries(EVENT).reduce<Ordering[]>(
  (table, [kind, code]) => {
    table[code] = ORDERINGS[kind as EventKind]
    return table
  },
  [],
)

/** What an event of kind `code` orders. */
export function orderingOf(code: number): Ordering {
  return ORDERING_OF_CODE[code] ?? 'nothing'
}
