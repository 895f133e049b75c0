/**
 * What a program's names may stand for before any run: one abstract object for everything that is made at one place of the
 * source. Numbers, texts and None are no objects here: they lead to nothing.
 */
import type { ClassDefinition, Expression } from '../../language'
import type { Code } from './code'

export type LockKind = 'lock' | 'rlock' | 'condition' | 'semaphore' | 'readWrite'

export type ObjectShape =
  /** `site` numbers the place where it is made. */
  | { readonly kind: 'lock'; readonly site: number; readonly lock: LockKind }
  /** `lock.read()`, `lock.write()` of a readers–writer lock. */
  | { readonly kind: 'side'; readonly of: LockObject; readonly isShared: boolean }
  | { readonly kind: 'thread'; readonly site: number; readonly at: Expression }
  | { readonly kind: 'instance'; readonly site: number; readonly definition: ClassDefinition }
  | {
      readonly kind: 'container'
      readonly site: number
      /** A generator: its body runs wherever it is iterated. */
      readonly generator: Code | undefined
    }
  /** A queue, an event, a database: orders its own operations. */
  | { readonly kind: 'primitive'; readonly site: number; readonly type: string }
  | { readonly kind: 'function'; readonly code: Code; readonly self: AbstractObject | undefined }
  | { readonly kind: 'class'; readonly definition: ClassDefinition }
  | { readonly kind: 'module'; readonly module: string }
  /** A built-in function, a member of a module, or a method of a built-in value. */
  | { readonly kind: 'builtin'; readonly name: string; readonly self: AbstractObject | undefined }

export type AbstractObject = ObjectShape & {
  readonly id: number
  /** Source offset of the place where it is made. */
  readonly from: number
  /** The code in which it is made; undefined for what stands in the source or the library. */
  readonly madeIn: Code | undefined
}
export type LockObject = Extract<AbstractObject, { readonly kind: 'lock' }>
export type ThreadObject = Extract<AbstractObject, { readonly kind: 'thread' }>

/** Gives equal shapes one object. */
export class ObjectTable {
  readonly all: AbstractObject[] = []
  private readonly known = new Map<string, AbstractObject>()

  get(key: string, shape: ObjectShape, from = 0, madeIn?: Code): AbstractObject {
    const found = this.known.get(key)
    if (found !== undefined) return found
    const made = { ...shape, id: this.all.length, from, madeIn }
    this.all.push(made)
    this.known.set(key, made)
    return made
  }
}
