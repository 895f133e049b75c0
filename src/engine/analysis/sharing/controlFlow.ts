/**
 * The paths through one body: a graph whose nodes evaluate one expression or do one thing of a statement. A `finally` or
 * `with` stands in it once for every place control goes on to behind it, so that paths do not mix there; deep inside
 * others once for all, which is coarser and stays quick.
 */
import { assertNever } from '../../../base'
import {
  childExpressions,
  type Expression,
  type Statement,
  type Target,
  type WithItem,
} from '../../language'

export type Operation =
  | { readonly kind: 'none' }
  /** Its parts have been evaluated before. */
  | { readonly kind: 'evaluate'; readonly expression: Expression }
  | { readonly kind: 'iterate'; readonly iterable: Expression; readonly at: Statement }
  /** `value`: what is stored, where it is the whole of it. */
  | { readonly kind: 'store'; readonly target: Target; readonly value: Expression | undefined }
  /** `target += value`: the old value is looked at, a list grows in place. */
  | { readonly kind: 'grow'; readonly statement: Statement & { kind: 'augmented' } }
  | { readonly kind: 'enter' | 'exit'; readonly item: WithItem }
  /** Control comes here only when a name or the result of a call is true (or is not). */
  | { readonly kind: 'assume'; readonly expression: Expression; readonly isTrue: boolean }
  /** Every thread of a list has been joined: the end of `for thread in threads: thread.join()`. */
  | { readonly kind: 'joinAll'; readonly threads: Expression }

export interface FlowNode {
  readonly operation: Operation
  readonly next: number[]
  /** Where an exception leads. */
  readonly error: number | undefined
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[]
}

/** The first node, and where control goes when the body is left by its end or `return`, and by an exception. */
export const ENTRY = 0
export const RETURNED = 1
export const RAISED = 2

/** @param mayCatch whether a `with` may swallow an exception: a class of the program has `__exit__`. */
export function flowGraph(body: readonly Statement[], mayCatch: boolean): FlowGraph {
  return new FlowBuilder(mayCatch).build(body)
}

type Frame =
  | { readonly kind: 'handler'; readonly entry: number }
  | { readonly kind: 'loop'; readonly head: number; readonly after: number }
  | Cleanup

interface Cleanup {
  readonly kind: 'cleanup'
  readonly emit: () => void
  /** First node of the copy for each place to go on to. */
  readonly copies: Map<number, number>
  /** Of the one copy for all, where it is: its first node and its ends. */
  shared: { readonly first: number; readonly ends: readonly number[] } | undefined
}

/** Cleanups within so many others share one copy. */
const EXACT_DEPTH = 3

const NOTHING: Operation = { kind: 'none' }

class FlowBuilder {
  private readonly nodes: FlowNode[] = []
  private frames: Frame[] = []
  /** Nodes that lead to the next one; empty where nothing comes. */
  private tails: readonly number[] = []
  private copyDepth = 0

  constructor(private readonly mayCatch: boolean) {}

  build(body: readonly Statement[]): FlowGraph {
    for (const operation of [NOTHING, NOTHING, NOTHING]) {
      this.nodes.push({ operation, next: [], error: undefined })
    }
    this.tails = [ENTRY]
    this.block(body)
    this.link(RETURNED)
    return { nodes: this.nodes }
  }

  // ---- nodes

  private add(operation: Operation): number {
    const error = this.errorTarget()
    const node = this.nodes.push({ operation, next: [], error }) - 1
    this.link(node)
    this.tails = [node]
    return node
  }

  /** A node that paths are led to later. */
  private label(): number {
    return this.nodes.push({ operation: NOTHING, next: [], error: undefined }) - 1
  }

  private link(to: number): void {
    for (const tail of this.tails) this.linkFrom(tail, to)
  }

  private linkFrom(from: number, to: number): void {
    const next = this.nodes[from]?.next
    if (next?.includes(to) === false) next.push(to)
  }

  private at(label: number): void {
    this.link(label)
    this.tails = [label]
  }

  private jump(frame: number, target: number): void {
    this.link(this.leave(frame, target))
    this.tails = []
  }

  private errorTarget(): number {
    const at = this.frames.findLastIndex(({ kind }) => kind === 'handler')
    const frame = this.frames[at]
    return this.leave(at, frame?.kind === 'handler' ? frame.entry : RAISED)
  }

  /** The node to go to in order to reach `target`, outside the frames behind number `frame`. */
  private leave(frame: number, target: number): number {
    let to = target
    for (let i = frame + 1; i < this.frames.length; i++) {
      const cleanup = this.frames[i]
      if (cleanup?.kind === 'cleanup') to = this.copyTo(cleanup, i, to)
    }
    return to
  }

  private copyTo(cleanup: Cleanup, index: number, to: number): number {
    const known = cleanup.copies.get(to)
    if (known !== undefined) return known
    const isShared = index + this.copyDepth >= EXACT_DEPTH
    if (isShared && cleanup.shared !== undefined) {
      for (const end of cleanup.shared.ends) this.linkFrom(end, to)
      cleanup.copies.set(to, cleanup.shared.first)
      return cleanup.shared.first
    }
    const first = this.label()
    cleanup.copies.set(to, first)
    const [frames, tails] = [this.frames, this.tails]
    this.frames = frames.slice(0, index)
    this.tails = [first]
    this.copyDepth += 1
    cleanup.emit()
    if (isShared) cleanup.shared = { first, ends: this.tails }
    this.link(to)
    this.copyDepth -= 1
    this.frames = frames
    this.tails = tails
    return first
  }

  private within(frame: Frame, emit: () => void): void {
    this.frames.push(frame)
    emit()
    this.frames.pop()
  }

  // ---- statements

  private block(body: readonly Statement[]): void {
    for (const statement of body) {
      if (this.tails.length === 0) return
      this.statement(statement)
    }
  }

  // eslint-disable-next-line max-lines-per-function -- flat dispatch, one case per kind of statement
  private statement(s: Statement): void {
    switch (s.kind) {
      case 'expression':
        return this.evaluate(s.value)
      case 'assign':
        this.evaluate(s.value)
        for (const target of s.targets) this.store(target, s.value)
        return
      case 'augmented':
        this.parts(s.target)
        this.evaluate(s.value)
        this.add({ kind: 'grow', statement: s })
        return
      case 'delete':
        for (const target of s.targets) this.store(target, undefined)
        return
      case 'if':
        return this.choose(s)
      case 'while':
      case 'for':
        return this.loop(s)
      case 'break':
      case 'continue':
        return this.leaveLoop(s.kind)
      case 'return':
        if (s.value !== undefined) this.evaluate(s.value)
        return this.jump(-1, RETURNED)
      case 'try':
        return this.tryStatement(s)
      case 'with':
        return this.withItems(s.items, s.body)
      case 'assert': {
        const { whenTrue, whenFalse } = this.branch(s.condition)
        this.tails = whenFalse
        if (s.message !== undefined) this.evaluate(s.message)
        this.link(this.errorTarget())
        this.tails = whenTrue
        return
      }
      case 'raise':
        if (s.value !== undefined) this.evaluate(s.value)
        this.link(this.errorTarget())
        this.tails = []
        return
      case 'function':
        for (const decorator of s.decorators) this.evaluate(decorator)
        return this.store(s.target, undefined)
      case 'class':
        for (const { value } of s.definition.attributes) this.evaluate(value)
        return
      case 'collect':
        if (s.key !== undefined) this.evaluate(s.key)
        return this.evaluate(s.value)
      case 'import':
        return this.store(s.target, undefined)
      case 'importFrom':
        for (const { target } of s.members) this.store(target, undefined)
        return
      case 'pass':
        return
      default:
        assertNever(s)
    }
  }

  private choose(s: Statement & { kind: 'if' }): void {
    const { whenTrue, whenFalse } = this.branch(s.condition)
    this.tails = whenTrue
    this.block(s.body)
    const ends = this.tails
    this.tails = whenFalse
    this.block(s.orElse)
    this.tails = [...ends, ...this.tails]
  }

  private loop(s: Statement & { kind: 'while' | 'for' }): void {
    if (s.kind === 'for') this.evaluate(s.iterable)
    const head = this.label()
    const after = this.label()
    this.at(head)
    let whenFalse: readonly number[]
    if (s.kind === 'while') {
      const branches = this.branch(s.condition)
      whenFalse = branches.whenFalse
      this.tails = branches.whenTrue
    } else {
      this.add({ kind: 'iterate', iterable: s.iterable, at: s })
      whenFalse = this.tails
    }
    this.within({ kind: 'loop', head, after }, () => {
      if (s.kind === 'for') this.store(s.target, undefined)
      this.block(s.body)
      this.link(head)
    })
    this.tails = whenFalse
    if (s.kind === 'for' && joinsEach(s)) this.add({ kind: 'joinAll', threads: s.iterable })
    this.block(s.orElse)
    this.at(after)
    if (this.nodes.every(({ next }) => !next.includes(after))) this.tails = []
  }

  private leaveLoop(kind: 'break' | 'continue'): void {
    const at = this.frames.findLastIndex((frame) => frame.kind === 'loop')
    const frame = this.frames[at]
    if (frame?.kind === 'loop') this.jump(at, kind === 'break' ? frame.after : frame.head)
  }

  private cleanup(emit: () => void): Cleanup {
    return { kind: 'cleanup', emit, copies: new Map(), shared: undefined }
  }

  private tryStatement(s: Statement & { kind: 'try' }): void {
    if (s.finallyBody.length === 0) return this.tryExcept(s)
    const cleanup = this.cleanup(() => {
      this.block(s.finallyBody)
    })
    const after = this.label()
    this.within(cleanup, () => {
      this.tryExcept(s)
      if (this.tails.length > 0) this.jump(this.frames.length - 2, after)
    })
    this.tails = this.isReached(after) ? [after] : []
  }

  private isReached(label: number): boolean {
    return this.nodes.some(({ next }) => next.includes(label))
  }

  private tryExcept(s: Statement & { kind: 'try' }): void {
    if (s.handlers.length === 0) {
      this.block(s.body)
      return this.block(s.orElse)
    }
    const entry = this.label()
    this.within({ kind: 'handler', entry }, () => {
      this.block(s.body)
    })
    this.block(s.orElse)
    const ends = [...this.tails]
    for (const { type, target, body } of s.handlers) {
      this.tails = [entry]
      if (type !== undefined) this.evaluate(type)
      if (target !== undefined) this.store(target, undefined)
      this.block(body)
      ends.push(...this.tails)
    }
    if (s.handlers.every(({ type }) => type !== undefined)) {
      this.tails = [entry]
      this.link(this.errorTarget())
    }
    this.tails = ends
  }

  private withItems(items: readonly WithItem[], body: readonly Statement[]): void {
    const [item, ...others] = items
    if (item === undefined) return this.block(body)
    const { context, target } = item
    this.evaluate(context)
    this.add({ kind: 'enter', item })
    const cleanup = this.cleanup(() => {
      this.add({ kind: 'exit', item })
    })
    const after = this.label()
    const swallow = (): void => {
      if (target !== undefined) this.store(target, undefined)
      this.withItems(others, body)
    }
    this.within(cleanup, () => {
      const caught = this.label()
      if (this.mayCatch) this.within({ kind: 'handler', entry: caught }, swallow)
      else swallow()
      const ends = this.tails
      if (this.mayCatch) {
        this.tails = [caught]
        this.link(this.errorTarget())
        this.tails = [...ends, caught]
      }
      if (this.tails.length > 0) this.jump(this.frames.length - 2, after)
    })
    this.tails = this.isReached(after) ? [after] : []
  }

  // ---- expressions

  private store(target: Target, value: Expression | undefined): void {
    this.parts(target)
    this.add({ kind: 'store', target, value })
  }

  /** What a target evaluates before it is stored to. */
  private parts(target: Target): void {
    switch (target.kind) {
      case 'name':
        return
      case 'attribute':
        return this.evaluate(target.object)
      case 'item':
        this.evaluate(target.object)
        return this.evaluate(target.key)
      case 'unpack':
        for (const part of target.targets) this.parts(part)
        return
      default:
        assertNever(target)
    }
  }

  private evaluate(e: Expression): void {
    switch (e.kind) {
      case 'literal':
        return
      case 'logical':
      case 'conditional': {
        const { whenTrue, whenFalse } = this.branch(e)
        this.tails = [...new Set([...whenTrue, ...whenFalse])]
        return
      }
      case 'walrus':
        this.evaluate(e.value)
        return this.store(e.target, e.value)
      default:
        for (const child of childExpressions(e)) this.evaluate(child)
        this.add({ kind: 'evaluate', expression: e })
    }
  }

  /** The nodes that lead on where `e` is true, and where it is false. */
  private branch(e: Expression): Branches {
    switch (e.kind) {
      case 'unary': {
        if (e.operator !== 'not') break
        const { whenTrue, whenFalse } = this.branch(e.operand)
        return { whenTrue: whenFalse, whenFalse: whenTrue }
      }
      case 'logical': {
        const left = this.branch(e.left)
        this.tails = e.operator === 'and' ? left.whenTrue : left.whenFalse
        const right = this.branch(e.right)
        return e.operator === 'and'
          ? { whenTrue: right.whenTrue, whenFalse: [...left.whenFalse, ...right.whenFalse] }
          : { whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: right.whenFalse }
      }
      case 'conditional': {
        const { whenTrue, whenFalse } = this.branch(e.condition)
        this.tails = whenTrue
        const yes = this.branch(e.whenTrue)
        this.tails = whenFalse
        const no = this.branch(e.whenFalse)
        return {
          whenTrue: [...yes.whenTrue, ...no.whenTrue],
          whenFalse: [...yes.whenFalse, ...no.whenFalse],
        }
      }
      case 'literal':
        if (e.literal.type !== 'bool') break
        return e.literal.value
          ? { whenTrue: this.tails, whenFalse: [] }
          : { whenTrue: [], whenFalse: this.tails }
    }
    this.evaluate(e)
    if (e.kind !== 'name' && e.kind !== 'call') {
      return { whenTrue: this.tails, whenFalse: this.tails }
    }
    const before = this.tails
    const whenTrue = [this.add({ kind: 'assume', expression: e, isTrue: true })]
    this.tails = before
    const whenFalse = [this.add({ kind: 'assume', expression: e, isTrue: false })]
    return { whenTrue, whenFalse }
  }
}

interface Branches {
  readonly whenTrue: readonly number[]
  readonly whenFalse: readonly number[]
}

/** `for thread in threads: thread.join()`, and nothing that could end a round or the loop before. */
function joinsEach({ target, body }: Statement & { kind: 'for' }): boolean {
  const [first] = body
  if (target.kind !== 'name' || body.length !== 1 || first?.kind !== 'expression') return false
  const { value } = first
  if (value.kind !== 'call' || value.callee.kind !== 'attribute') return false
  const { object, name } = value.callee
  const hasArguments = value.positional.length + value.keywords.length > 0
  return name === 'join' && !hasArguments && object.kind === 'name' && object.name === target.name
}
