import type { AbstractObject } from './objects'
import type { PointsTo } from './pointsTo'

/** Names of sets that several threads read, what a thread is given among them. */
const SHARED = /^(?:global|cell|class|default) |^field \d+ \((?:target|args|kwargs)\)$/

/**
 * The objects that more than one thread may come to: through a global, a local that functions inside share, an attribute of
 * a class, a default, or what a thread is given; and all that these hold. An object that only stands in locals of one
 * thread is no other's, however many threads run the code that makes it.
 */
export function escapingObjects({ solver }: PointsTo): ReadonlySet<AbstractObject> {
  const found = new Set<AbstractObject>()
  const held = new Map<number, number[]>()
  for (const [key, node] of solver.named()) {
    const [kind = '', owner = ''] = key.split(' ')
    if (SHARED.test(key)) for (const object of solver.objectsOf(node)) found.add(object)
    if (kind !== 'field' && kind !== 'items') continue
    const id = Number(owner)
    held.set(id, [...(held.get(id) ?? []), node])
  }
  for (const object of found) {
    for (const node of held.get(object.id) ?? []) {
      for (const inner of solver.objectsOf(node)) found.add(inner)
    }
    if ((object.kind === 'function' || object.kind === 'builtin') && object.self !== undefined) {
      found.add(object.self)
    }
  }
  return found
}
