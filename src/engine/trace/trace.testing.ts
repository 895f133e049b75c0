import { createTraceBuilder } from './builder'
import { EVENT, NO_INDEX, type EventKind, type Place, type Trace } from './trace'

/**
 * A trace in words, one event a line: `thread kind [place] [value…] [@line] [~time]`.
 *
 *     main start Hilo-1
 *     Hilo-1 acquire Cuenta-1 @12
 *     Hilo-1 write Cuenta-1.balance 100
 *     main initial #drivers {'drv-1'}
 *     Hilo-1 callWrite #drivers add('drv-2')
 *
 * Thread numbers follow first mention, `main` first. `#name` is a container, `name[key]` an element, `object.attribute`
 * an attribute; a name that ends in `.db` is a database; a lock with a capital belongs to an object of its name, one that begins with `r_` is re-entrant. Lines
 * default to the number of the event + 1, times to 10 µs an event.
 */
export function traceOf(notation: string): Trace {
  const rows = notation
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map(parseRow)
  const builder = createTraceBuilder('simulated')
  const names = ['main']
  for (const row of rows) {
    const others = isAboutThread(row.kind) ? [row.place] : []
    for (const name of [row.thread, ...others]) if (!names.includes(name)) names.push(name)
  }
  for (const name of names) builder.thread({ name, isDaemon: false })
  let time = 0
  for (const [i, row] of rows.entries()) {
    time = row.time ?? (i === 0 ? 0 : time + 10)
    builder.add({
      kind: EVENT[row.kind],
      thread: names.indexOf(row.thread),
      place: row.place === '' ? NO_INDEX : builder.place(placeOf(row.kind, row.place, names)),
      value: row.value === '' ? NO_INDEX : builder.text(row.value),
      line: row.line ?? i + 1,
      time,
    })
  }
  return builder.finish()
}

interface Row {
  readonly thread: string
  readonly kind: EventKind
  readonly place: string
  readonly value: string
  readonly line: number | undefined
  readonly time: number | undefined
}

const PLACELESS: readonly EventKind[] = ['begin', 'end', 'sleep', 'wake', 'print', 'exception']

function isAboutThread(kind: EventKind): boolean {
  return kind === 'start' || kind === 'joinWait' || kind === 'join'
}

function isEventKind(word: string | undefined): word is EventKind {
  return word !== undefined && Object.hasOwn(EVENT, word)
}

function parseRow(text: string): Row {
  const words = text.split(/ +/)
  const line = words.find((w) => /^@\d+$/.test(w))
  const time = words.find((w) => /^~\d+$/.test(w))
  const [thread = '', kind, ...rest] = words.filter((w) => w !== line && w !== time)
  if (!isEventKind(kind)) throw new Error(`no event: ${text}`)
  const place = PLACELESS.includes(kind) ? '' : (rest.shift() ?? '')
  return {
    thread,
    kind,
    place,
    value: rest.join(' '),
    line: line === undefined ? undefined : Number(line.slice(1)),
    time: time === undefined ? undefined : Number(time.slice(1)),
  }
}

function placeOf(kind: EventKind, name: string, threads: readonly string[]): Place {
  if (isAboutThread(kind)) return { kind: 'thread', name, thread: threads.indexOf(name) }
  if (kind.startsWith('database')) return { kind: 'database', name }
  if (kind === 'block' && name.endsWith('.db')) return { kind: 'database', name }
  if (['block', 'acquire', 'acquireFailed', 'release'].includes(kind)) {
    const lock = name.startsWith('r_') ? 'rlock' : 'lock'
    return /^[A-Z]/.test(name)
      ? { kind: 'lock', name, lock, object: name }
      : { kind: 'lock', name, lock }
  }
  if (name.startsWith('#')) return { kind: 'container', name: name.slice(1) }
  const element = /^(.+)\[(.+)\]$/.exec(name)
  if (element !== null)
    return { kind: 'element', name, object: element[1] ?? '', key: element[2] ?? '' }
  const attribute = /^(.+)\.([^.]+)$/.exec(name)
  if (attribute === null) return { kind: 'global', name }
  return { kind: 'attribute', name, object: attribute[1] ?? '', attribute: attribute[2] ?? '' }
}
