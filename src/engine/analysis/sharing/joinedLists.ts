import {
  bodiesOf,
  codeOf,
  type Expression,
  expressionsIn,
  type Module,
  type Statement,
  statementsIn,
  targetsOf,
} from '../../language'
import type { Activation, Root } from './activation'
import type { Multiplicity } from './multiplicity'
import type { AbstractObject } from './objects'
import type { PointsTo } from './pointsTo'

/** Methods of a list that take none of its items away. */
const KEEPS: ReadonlySet<string> = new Set(['append', 'copy', 'index', 'count', 'insert', 'extend'])

/**
 * Which threads are all in a list: those that are made as items of it, or appended to it where they are made, where
 * nothing is ever taken out of it. Who joins each item then has joined all of them.
 */
export class JoinedLists {
  /** Offsets of what is made as an item of the container at an offset, or appended to one that is written so. */
  private readonly displayed = new Map<number, number>()
  private readonly appended = new Map<number, Expression>()

  constructor(
    module: Module,
    private readonly pointsTo: PointsTo,
    private readonly multiplicity: Multiplicity,
  ) {
    for (const body of codeOf(module)) this.collect(body)
  }

  /** The roots whose threads so far are all items of what `threads` names. */
  allOf(threads: Expression, activation: Activation): readonly Root[] {
    const [list, ...others] = this.pointsTo.objectsOf(threads, activation)
    if (list?.kind !== 'container' || others.length > 0) return []
    if (!this.multiplicity.isOne(list) || this.mayLose(list)) return []
    return this.pointsTo.roots.filter(({ thread }) => {
      if (thread === undefined) return false
      const { from } = thread
      const target = this.appended.get(from)
      return (
        this.displayed.get(from) === list.from ||
        (target !== undefined && this.isOnly(target, list))
      )
    })
  }

  private isOnly(e: Expression, list: AbstractObject): boolean {
    const nodes = this.pointsTo.activations.flatMap((activation) =>
      activation.values.has(e) ? [this.pointsTo.objectsOf(e, activation)] : [],
    )
    return nodes.length > 0 && nodes.every((found) => found.size === 1 && found.has(list))
  }

  /** Whether an item of `list` may be replaced or taken away. */
  private mayLose(list: AbstractObject): boolean {
    return this.pointsTo.activations.some((activation) => {
      const mayBeList = (e: Expression): boolean => this.pointsTo.objectsOf(e, activation).has(list)
      const isTaken = [...activation.values.keys()].some(
        (e) => e.kind === 'attribute' && !KEEPS.has(e.name) && mayBeList(e.object),
      )
      const targets = statementsIn(activation.code.body).flatMap(targetsOf)
      return isTaken || targets.some((t) => t.kind === 'item' && mayBeList(t.object))
    })
  }

  private collect(body: readonly Statement[]): void {
    for (const e of expressionsIn(body)) {
      if (e.kind === 'list') for (const item of e.items) this.displayed.set(item.from, e.from)
      if (e.kind === 'call' && isAppend(e)) {
        const [item] = e.positional
        if (item !== undefined) this.appended.set(item.from, e.callee.object)
      }
      if (e.kind === 'comprehension' && e.definition.form === 'list') {
        for (const s of statementsIn(e.definition.body)) {
          if (s.kind === 'collect') this.displayed.set(s.value.from, e.from)
        }
      }
    }
    this.collectNamed(body)
    for (const s of statementsIn(body)) for (const inner of bodiesOf(s)) this.collectNamed(inner)
  }

  /** `thread = Thread(…)`, then `threads.append(thread)` in the same block, only calls of `start` between. */
  private collectNamed(block: readonly Statement[]): void {
    for (const [i, s] of block.entries()) {
      const [target] = s.kind === 'assign' ? s.targets : []
      if (s.kind !== 'assign' || target?.kind !== 'name') continue
      for (const later of block.slice(i + 1)) {
        const call = later.kind === 'expression' ? later.value : undefined
        if (call?.kind !== 'call' || call.callee.kind !== 'attribute') break
        const [item] = call.positional
        if (isAppend(call) && item?.kind === 'name' && item.name === target.name) {
          this.appended.set(s.value.from, call.callee.object)
        } else if (call.callee.name !== 'start') break
      }
    }
  }
}

type Append = Expression & {
  readonly kind: 'call'
  readonly callee: Expression & { readonly kind: 'attribute' }
}

function isAppend(e: Expression): e is Append {
  return e.kind === 'call' && e.callee.kind === 'attribute' && e.callee.name === 'append'
}
