/** Which steps that are possible at once have not been looked at together yet: few pairs, in many states. */
import { grown } from '../../base'
import type { Access } from './access'

/** Label of a step that accesses no data. */
export const NO_DATA = -1

export class RaceFinder {
  private readonly labels = new Map<string, number>()
  /** By label: 1 for each label of a higher thread that it was seen with. */
  private readonly seen: Uint8Array[] = []

  /** A search begins: it has looked at no steps together. */
  begin(): void {
    for (const seen of this.seen) seen.fill(0)
  }

  /** A number for what a step of the thread touches: the same for all that race with the same. */
  labelOf(thread: number, accesses: readonly Access[]): number {
    const data = accesses.filter((access) => access.isData)
    if (data.length === 0) return NO_DATA
    const parts = data.map(({ place, part, mode, line }) => [place, part, mode, line].join())
    const key = `${String(thread)} ${parts.join(' ')}`
    const known = this.labels.get(key)
    if (known !== undefined) return known
    this.labels.set(key, this.labels.size)
    this.seen.push(new Uint8Array(1 << 5))
    return this.labels.size - 1
  }

  /** Hands over the places of each pair among the first `count` labels, of threads in the order of their numbers, that were not together before. */
  look(
    labels: readonly number[],
    count: number,
    visit: (first: number, second: number) => void,
  ): void {
    for (let i = 0; i < count; i++) {
      const first = labels[i] as number
      if (first === NO_DATA) continue
      for (let j = i + 1; j < count; j++) {
        const second = labels[j] as number
        if (second !== NO_DATA && this.isNew(first, second)) visit(i, j)
      }
    }
  }

  private isNew(first: number, second: number): boolean {
    let seen = this.seen[first] as Uint8Array
    if (second >= seen.length) {
      this.seen[first] = seen = grown(seen, 2 * second)
    }
    if (seen[second] === 1) return false
    seen[second] = 1
    return true
  }
}
