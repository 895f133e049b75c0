import type { AbstractObject, LockObject } from './objects'
import type { PlaceShape } from './accesses'
import type { PointsTo } from './pointsTo'

/**
 * Names objects by how the source comes to them: a global, an attribute of a class (`Account.lock`), an item of a named
 * container (`forks[…]`), a local, in this order; by what they are where there is none.
 */
export class ObjectNames {
  private readonly names = new Map<AbstractObject, string>()

  constructor({ solver, objects, heap }: PointsTo) {
    const sets = [...solver.named()].map(([key, node]) => {
      const [kind = '', owner = '', ...rest] = key.split(' ')
      return { kind, owner, name: rest.join(' '), objects: solver.objectsOf(node) }
    })
    const give = (object: AbstractObject, name: string): void => {
      if (!this.names.has(object)) this.names.set(object, name)
    }
    for (const { kind, owner, objects: all } of sets) {
      if (kind === 'global') for (const object of all) give(object, owner)
    }
    for (const { kind, owner, name, objects: all } of sets) {
      if (kind !== 'field' || name.startsWith('(')) continue
      const holder = objects.all[Number(owner)]
      if (holder?.kind !== 'instance') continue
      for (const object of all) give(object, `${holder.definition.name}.${name}`)
    }
    for (const { kind, owner, name, objects: all } of sets) {
      if (kind === 'class') for (const object of all) give(object, `${owner}.${name}`)
      if (kind === 'cell') for (const object of all) give(object, name)
    }
    for (const { kind, owner, objects: all } of sets) {
      const holder = kind === 'items' ? objects.all[Number(owner)] : undefined
      const name = holder && this.names.get(holder)
      if (holder === undefined || name === undefined) continue
      for (const [key, node] of heap.keyedItems(holder)) {
        const [only, ...others] = solver.objectsOf(node)
        if (only !== undefined && others.length === 0) give(only, `${name}[${key}]`)
      }
      for (const object of all) give(object, `${name}[…]`)
    }
    for (const { kind, name, objects: all } of sets) {
      const local = kind === 'local' ? name.split(' ').at(-1) : undefined
      if (local !== undefined) for (const object of all) give(object, local)
    }
  }

  of(object: AbstractObject): string {
    return this.names.get(object) ?? MADE[object.kind] ?? object.kind
  }

  ofLock(lock: LockObject): string {
    return this.names.get(lock) ?? LOCKS[lock.lock]
  }

  ofPlace(place: PlaceShape): string {
    switch (place.kind) {
      case 'global':
      case 'cell':
        return place.name
      case 'attribute':
        return `${place.className}.${place.name}`
      case 'items':
        return `${this.of(place.object)}[…]`
    }
  }
}

const MADE: Readonly<Record<string, string>> = { container: 'list', thread: 'Thread' }
const LOCKS: Readonly<Record<LockObject['lock'], string>> = {
  lock: 'Lock()',
  rlock: 'RLock()',
  condition: 'Condition()',
  semaphore: 'Semaphore()',
  readWrite: 'ReadWriteLock()',
}
