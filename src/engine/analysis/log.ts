import { EVENT, type Place, type Trace } from '../trace'
import { NONE, Replay } from './replay'
import { cyclesOfSuccessors } from './cycles'

/**
 * The textbook's log: one entry per event worth a sentence. The text is made by the interface from `message` (a locale
 * key `log.<message>`) and `params`, e.g. `[Hilo-1] adquiere el cerrojo de Cuenta-1`.
 * Parameters: `thread` always; of the others those that LOG_PARAMETERS names.
 */
export interface LogEntry {
  readonly event: number
  readonly thread: number
  readonly message: LogMessage
  readonly params: Readonly<Record<string, string>>
}

export const LOG_MESSAGES = [
  'begin',
  'end',
  'failed',
  'start',
  'joinWait',
  'join',
  'joinTimeout',
  // `…Of`: the lock of an object, named by the object; without: a lock that has its own name.
  'block',
  'blockOf',
  'acquire',
  'acquireOf',
  'acquireFailed',
  'acquireFailedOf',
  'release',
  'releaseOf',
  'write',
  'delete',
  'call',
  'sleep',
  'print',
  'databaseWait',
  'databaseBegin',
  'databaseCommit',
  'databaseRead',
  'databaseBusy',
  'primitiveWait',
  'signal',
  'receive',
  'exchange',
  'look',
  'giveUp',
  'progress',
  'deadlock',
] as const

export type LogMessage = (typeof LOG_MESSAGES)[number]

/** Placeholders of each message besides `thread`. */
export const LOG_PARAMETERS = {
  begin: [],
  end: [],
  failed: ['error'],
  start: ['other'],
  joinWait: ['other'],
  join: ['other'],
  joinTimeout: ['other'],
  block: ['lock', 'owner'],
  blockOf: ['lock', 'owner'],
  acquire: ['lock'],
  acquireOf: ['lock'],
  acquireFailed: ['lock'],
  acquireFailedOf: ['lock'],
  release: ['lock'],
  releaseOf: ['lock'],
  write: ['place', 'value'],
  delete: ['place'],
  call: ['place', 'call'],
  sleep: [],
  print: ['text'],
  databaseWait: ['database'],
  databaseBegin: ['database', 'call'],
  databaseCommit: ['database', 'call'],
  databaseRead: ['database', 'call'],
  databaseBusy: ['database'],
  primitiveWait: ['primitive'],
  signal: ['primitive', 'call'],
  receive: ['primitive', 'call'],
  exchange: ['primitive', 'call'],
  look: ['primitive', 'call'],
  giveUp: ['primitive', 'call'],
  progress: ['label'],
  deadlock: ['cycle'],
} as const satisfies Readonly<Record<LogMessage, readonly string[]>>

/** The log of `trace`, in order of events; the deadlock stands behind the wait that closes its cycle. One pass. */
export function logOf(trace: Trace): readonly LogEntry[] {
  const replay = new Replay(trace)
  const entries: LogEntry[] = []
  for (let event = 0; event < trace.length; event++) {
    const entry = entryAt(event, replay)
    if (entry !== undefined) entries.push(entry)
    replay.step()
  }
  const deadlock = deadlockEntry(replay)
  if (deadlock === undefined) return entries
  const behind = entries.findLastIndex((entry) => entry.event <= deadlock.event) + 1
  return entries.toSpliced(behind, 0, deadlock)
}

type Params = LogEntry['params']

/** Operations on primitives, told alike. */
const OPERATION_MESSAGES: Readonly<Record<number, LogMessage>> = {
  [EVENT.signal]: 'signal',
  [EVENT.receive]: 'receive',
  [EVENT.exchange]: 'exchange',
  [EVENT.look]: 'look',
  [EVENT.giveUp]: 'giveUp',
}

/** `replay` stands before the event: it still knows who owns what. */
// eslint-disable-next-line max-lines-per-function -- flat, one case per kind of event
function entryAt(event: number, replay: Replay): LogEntry | undefined {
  const { trace } = replay
  const thread = trace.thread[event] as number
  const place = trace.places[trace.place[event] as number]
  const value = trace.texts[trace.value[event] as number]
  const entry = (message: LogMessage, params: Params = {}): LogEntry => ({
    event,
    thread,
    message,
    params: { thread: threadName(trace, thread), ...params },
  })
  const name = place?.name ?? ''
  const lock = { lock: name }
  const call = { database: name, call: value ?? '' }
  switch (trace.kind[event]) {
    case EVENT.begin:
      return entry('begin')
    case EVENT.end:
      return value === undefined ? entry('end') : entry('failed', { error: value })
    case EVENT.start:
      return entry('start', { other: name })
    case EVENT.joinWait:
      return entry('joinWait', { other: name })
    case EVENT.join:
      return entry(value === 'timeout' ? 'joinTimeout' : 'join', { other: name })
    case EVENT.block:
      if (place?.kind === 'primitive') return entry('primitiveWait', { primitive: name })
      if (place?.kind === 'database') return entry('databaseWait', { database: name })
      return entry(isOwned(place) ? 'blockOf' : 'block', {
        ...lock,
        owner: ownerName(event, replay),
      })
    case EVENT.acquire:
      return entry(isOwned(place) ? 'acquireOf' : 'acquire', lock)
    case EVENT.acquireFailed:
      return entry(isOwned(place) ? 'acquireFailedOf' : 'acquireFailed', lock)
    case EVENT.release:
      return entry(isOwned(place) ? 'releaseOf' : 'release', lock)
    case EVENT.write:
      return value === undefined || value === ''
        ? entry('delete', { place: name })
        : entry('write', { place: name, value })
    case EVENT.progress:
      return entry('progress', { label: value ?? '' })
    case EVENT.change:
    case EVENT.callWrite:
      return entry('call', { place: name, call: value ?? '' })
    case EVENT.sleep:
      return entry('sleep')
    case EVENT.print:
      return entry('print', { text: (value ?? '').replace(/\n$/, '') })
    case EVENT.databaseBegin:
      return entry('databaseBegin', call)
    case EVENT.databaseCommit:
      return entry('databaseCommit', call)
    case EVENT.databaseRead:
      return entry('databaseRead', call)
    case EVENT.databaseBusy:
      return entry('databaseBusy', { database: name })
    default: {
      const message = OPERATION_MESSAGES[trace.kind[event] as number]
      return message && entry(message, { primitive: name, call: value ?? '' })
    }
  }
}

/** The lock is an object's own and is called by it. */
function isOwned(place: Place | undefined): boolean {
  return place?.kind === 'lock' && place.object !== undefined
}

function threadName(trace: Trace, thread: number): string {
  return trace.threads[thread]?.name ?? ''
}

/** Who holds the lock of the event; a dash when it was released in between. */
function ownerName(event: number, replay: Replay): string {
  const owner = replay.owner[replay.lockAt(event)] ?? NONE
  return owner === NONE ? '–' : threadName(replay.trace, owner)
}

/** The cycle that stands at the end: `Hilo-1 → Cuenta-2 → Hilo-2 → Cuenta-1`. A join has no lock between its threads. */
function deadlockEntry(replay: Replay): LogEntry | undefined {
  const { trace } = replay
  const waits = trace.threads.map((_, thread) => replay.waitsFor(thread))
  const [cycle] = cyclesOfSuccessors(waits)
  if (cycle === undefined) return undefined
  const event = Math.max(...cycle.map((thread) => replay.since[thread] as number))
  const parts = cycle.flatMap((thread) => {
    const lock = replay.lockAt(replay.since[thread] as number)
    const wanted =
      lock === NONE ? [] : [trace.places[replay.locks.places[lock] as number]?.name ?? '']
    return [threadName(trace, thread), ...wanted]
  })
  const thread = trace.thread[event] as number
  const params = { thread: threadName(trace, thread), cycle: parts.join(' → ') }
  return { event, thread, message: 'deadlock', params }
}
