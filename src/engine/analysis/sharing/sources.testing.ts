import { parse } from '../../language'
import { analyseSharing, type SharingReport } from '.'

/** What is said of an accepted program. */
export function reportOf(source: string): SharingReport {
  const reading = parse(source)
  if (reading.kind !== 'accepted') throw new Error(JSON.stringify(reading.diagnostics))
  return analyseSharing(reading.module, source)
}

/** Nested pairs as `held:line > wanted:line`; those that may be part of a circle with a star. */
export function nested(source: string): readonly string[] {
  const { sites, nested: pairs } = reportOf(source).waits
  const name = (i: number): string => `${sites[i]?.lock ?? ''}:${String(sites[i]?.line)}`
  return pairs.map(
    ({ held, wanted, isCircular }) => `${name(held)} > ${name(wanted)}${isCircular ? ' *' : ''}`,
  )
}

/** Three lines with two locks. */
export const HEADER = 'import threading\na = threading.Lock()\nb = threading.Lock()\n'

/** A class whose objects have a lock each; four lines. */
export const ACCOUNT = `class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.balance = 0
`

/** Two threads that are made with `first` and `second`. */
export function threads(first: string, second: string): string {
  const start = (given: string): string => `threading.Thread(${given}).start()\n`
  return start(first) + start(second)
}

/** Places as `counter [r9 w9]: lock always; !9-9`: accesses, guards, pairs of lines that no lock keeps apart. */
export function placesOf(source: string): readonly string[] {
  const { places: found, locks } = reportOf(source)
  return found.map(({ name, accesses, guards, conflicts }) => {
    const lines = accesses.map(({ line, isWrite }) => `${isWrite ? 'w' : 'r'}${line}`)
    const named = guards.map((g) => `${locks[g.lock]?.name ?? ''}${g.isOwn ? '*' : ''} ${g.status}`)
    const pairs = conflicts.map((pair) => `!${pair.join('-')}`)
    return `${name} [${lines.join(' ')}]: ${[...named, ...pairs].join('; ')}`
  })
}
