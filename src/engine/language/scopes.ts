import type { BoundScope, Expression, NameScope, NameTarget, Span } from './ast'
import { BUILTIN_NAMES, builtinRefusal, isBuiltin } from './builtins'
import { settleBase, type BaseUse } from './bases'
import { ANNOTATION_MODULE, membersOf, moduleWithin, type ImportedModule } from './modules'
import { memberRefusal } from './refusals'
import type { Report } from './report'
import { nearestName } from './spelling'

/**
 * Names and where they live, by CPython's rules (reference manual 4.2): a name bound anywhere in a function is local to
 * it unless declared `global`; every other name is global if the program binds it, else built-in. A class body reads
 * as the module does; what would see the class's own names is refused.
 *
 * A name's scope is known only at the end of its function or of the program, so name nodes are made at once and settled
 * then.
 */
export type ScopeKind = 'module' | 'function' | 'class'

/** A name node whose scope is still open. */
type NameNode = Span & { readonly kind: 'name'; readonly name: string; scope: NameScope }
type BoundNode = Span & { readonly kind: 'name'; readonly name: string; scope: BoundScope }

/** What a binding makes its name stand for, where that is known. */
export type Meaning =
  | { readonly kind: 'module'; readonly module: ImportedModule }
  | { readonly kind: 'member'; readonly module: ImportedModule; readonly member: string }
  | { readonly kind: 'class' }

export interface Binding {
  /** Where the name is usable from: behind a `def` or `class`, at the name otherwise. */
  readonly usableFrom: number
  /** From where on it is certainly bound, when nothing is done twice. */
  readonly boundFrom: number
  /** Whether it happens once at most for each call of its function. */
  readonly isOnce: boolean
  readonly meaning: Meaning | undefined
}

/** What else an undefined name may have been meant for. */
interface Surroundings {
  readonly locals: readonly string[]
  readonly members: ReadonlySet<string> | undefined
}

interface MemberUse {
  readonly object: NameNode
  /** Of `object.within.member`. */
  readonly within?: string | undefined
  readonly member: string
  readonly isWrite: boolean
  readonly span: Span
}

/** The names of a whole program. */
export class ProgramNames {
  readonly bindings = new Map<string, Binding[]>()
  /** Names that text we refused may bind; not knowing is no reason to call them undefined. */
  readonly assumed = new Set<string>()
  private readonly open: { readonly node: NameNode; readonly around: Surroundings }[] = []
  private readonly memberUses: MemberUse[] = []
  private readonly annotated: NameNode[] = []
  private readonly bases: BaseUse[] = []

  /** `from __future__ import annotations`: CPython evaluates none. */
  postponesAnnotations = false

  bind(name: string, binding: Binding): void {
    const known = this.bindings.get(name)
    if (known === undefined) this.bindings.set(name, [binding])
    else known.push(binding)
  }

  defer(node: NameNode, around: Surroundings): void {
    this.open.push({ node, around })
  }

  deferMember(use: MemberUse): void {
    this.memberUses.push(use)
  }

  deferBase(use: BaseUse): void {
    this.bases.push(use)
  }

  deferAnnotation(node: NameNode): void {
    this.annotated.push(node)
  }

  /** Decides global or built-in for every name left open and reports those that are neither. */
  settle(report: Report): void {
    const reported = new Set<string>()
    const forgotten = new Set(this.postponesAnnotations ? this.annotated : [])
    for (const { node, around } of this.open) {
      node.scope = this.bindings.has(node.name) ? 'global' : 'builtin'
      if (node.scope === 'global' || isBuiltin(node.name) || this.assumed.has(node.name)) continue
      if (reported.has(node.name) || forgotten.has(node)) continue
      reported.add(node.name)
      this.reportUndefined(report, node, around)
    }
    for (const use of this.memberUses) {
      if (use.object.scope === 'global')
        checkMember(report, use, this.bindings.get(use.object.name))
    }
    for (const use of this.bases) settleBase(report, use, (name) => this.bindings.get(name) ?? [])
    if (!this.postponesAnnotations) this.checkAnnotations(report)
    this.checkTypes(report)
  }

  /** Names of `typing` have no value here: they may stand where nothing is kept. */
  private checkTypes(report: Report): void {
    const annotated = new Set(this.annotated)
    for (const { node } of this.open) {
      const bindings = this.bindings.get(node.name)
      if (annotated.has(node) || !bindings?.some(isOfTyping)) continue
      report.error(node, 'typeOutsideAnnotation', { name: node.name })
    }
  }

  private reportUndefined(report: Report, node: NameNode, { locals, members }: Surroundings): void {
    const { name } = node
    const refusal = builtinRefusal(name)
    if (refusal !== undefined) return report.error(node, refusal, { name })
    if (members?.has(name)) return report.error(node, 'memberWithoutSelf', { name })
    const similar = nearestName(name, [...locals, ...this.bindings.keys(), ...BUILTIN_NAMES])
    if (similar === undefined) report.error(node, 'undefinedName', { name })
    else report.error(node, 'undefinedNameSimilar', { name, similar })
  }

  /** CPython evaluates the annotations of a `def` when it meets the `def`: a class below is not yet there. */
  private checkAnnotations(report: Report): void {
    for (const node of this.annotated) {
      const bindings = node.scope === 'global' ? this.bindings.get(node.name) : undefined
      if (bindings?.every((binding) => binding.usableFrom > node.from)) {
        report.error(node, 'annotationBeforeDefinition', { name: node.name })
      }
    }
  }
}

function checkMember(
  report: Report,
  use: MemberUse,
  bindings: readonly Binding[] | undefined,
): void {
  const named = moduleOf(bindings?.[0])
  if (named === undefined || !bindings?.every((binding) => moduleOf(binding) === named)) return
  const { member, span, within } = use
  const module = within === undefined ? named : moduleWithin(named, within)
  if (module === undefined) return
  const members = membersOf(module)
  if (use.isWrite) report.error(span, 'moduleAssignment', { module, name: member })
  else if (!members.includes(member)) {
    const available = members.join(', ')
    report.error(span, memberRefusal(module, member), { module, name: member, available })
  }
}

function isOfTyping({ meaning }: Binding): boolean {
  if (meaning?.kind === 'module') return meaning.module === ANNOTATION_MODULE
  if (meaning?.kind !== 'member' || meaning.module !== ANNOTATION_MODULE) return false
  return membersOf(ANNOTATION_MODULE).includes(meaning.member)
}

function moduleOf(binding: Binding | undefined): ImportedModule | undefined {
  return binding?.meaning?.kind === 'module' ? binding.meaning.module : undefined
}

/** The class whose body is being read; `members` grows as its body is read. */
export interface EnclosingClass {
  readonly name: string
  readonly members: ReadonlySet<string>
}

/** One function's, class's or the module's view of names while its text is read, in source order. */
export class Scope {
  /** Loops around the text that is being read: what is bound in one may be bound again. */
  loopDepth = 0
  isComprehension = false
  /** Locals that functions inside share, and names of functions outside; complete when the outermost function is closed. */
  readonly cells: string[] = []
  readonly free: string[] = []
  /** Names bound here, in order of first binding; for a class, its members. */
  private readonly bound = new Map<string, Binding[]>()
  private readonly declaredGlobal = new Set<string>()
  private readonly declaredNonlocal = new Map<string, Span>()
  private readonly parameters = new Set<string>()
  private readonly mentioned = new Set<string>()
  private readonly reads: NameNode[] = []
  private readonly writes: BoundNode[] = []
  private readonly memberUses: MemberUse[] = []
  private readonly inners: Scope[] = []
  /** Where the first function inside that shares a local begins, and whether one of them binds it. */
  private readonly captures = new Map<string, { from: number; isWritten: boolean }>()

  constructor(
    readonly kind: ScopeKind,
    private readonly program: ProgramNames,
    /** The class around this scope, for private names and for advice. */
    readonly enclosingClass: EnclosingClass | undefined,
    private readonly outer?: Scope,
    /** Where its definition begins. */
    private readonly from = 0,
  ) {}

  /** A scope inside this one, of a definition at `from`. A class names itself; a function belongs to the class around it. */
  inner(kind: 'function' | 'class', from: number, enclosingClass = this.enclosingClass): Scope {
    const scope = new Scope(kind, this.program, enclosingClass, this, from)
    this.inners.push(scope)
    return scope
  }

  /** The scope of a comprehension at `from`. */
  comprehension(from: number): Scope {
    const scope = this.inner('function', from)
    scope.isComprehension = true
    return scope
  }

  /** A name read at `span`. Its scope is settled later. */
  read(name: string, span: Span): NameNode & Expression {
    const node: NameNode = { kind: 'name', name, scope: 'builtin', from: span.from, to: span.to }
    this.mentioned.add(name)
    this.reads.push(node)
    return node
  }

  /** A name bound at `span` and usable from `usableFrom`. */
  write(name: string, span: Span, from: Partial<Binding> = {}): BoundNode & NameTarget {
    const scope = this.kind === 'function' ? 'local' : 'global'
    const node: BoundNode = { kind: 'name', name, scope, from: span.from, to: span.to }
    this.bind(name, {
      usableFrom: from.usableFrom ?? span.from,
      boundFrom: from.boundFrom ?? from.usableFrom ?? span.from,
      meaning: from.meaning,
      isOnce: this.loopDepth === 0,
    })
    this.writes.push(node)
    return node
  }

  /** A parameter; false when the function has one of this name already. */
  parameter(name: string): boolean {
    if (this.parameters.has(name)) return false
    this.parameters.add(name)
    // Bound before anything in the body.
    const { from } = this
    this.bind(name, { usableFrom: from, boundFrom: from, meaning: undefined, isOnce: true })
    return true
  }

  /** A local annotated without a value: local, though nothing is bound here. */
  declareLocal(name: string, span: Span): void {
    this.mentioned.add(name)
    if (this.kind !== 'function') return
    const { from } = span
    this.bind(name, { usableFrom: from, boundFrom: from, meaning: undefined, isOnce: false })
  }

  isDeclaredGlobal(name: string): boolean {
    return this.declaredGlobal.has(name)
  }

  isDeclaredNonlocal(name: string): boolean {
    return this.declaredNonlocal.has(name)
  }

  /** `global name`; the problem, if CPython refuses it here. */
  declareGlobal(name: string): 'globalParameter' | 'globalAfterUse' | 'nonlocalGlobal' | undefined {
    if (this.parameters.has(name)) return 'globalParameter'
    if (this.declaredNonlocal.has(name)) return 'nonlocalGlobal'
    if (this.mentioned.has(name)) return 'globalAfterUse'
    this.declaredGlobal.add(name)
    return undefined
  }

  /** `nonlocal name` at `span`; the problem, if CPython refuses it here. */
  declareNonlocal(
    name: string,
    span: Span,
  ):
    | 'nonlocalModule'
    | 'nonlocalParameter'
    | 'nonlocalAfterUse'
    | 'nonlocalGlobal'
    | 'nonlocalMissing'
    | undefined {
    if (this.kind !== 'function') return 'nonlocalModule'
    if (this.parameters.has(name)) return 'nonlocalParameter'
    if (this.declaredGlobal.has(name)) return 'nonlocalGlobal'
    if (this.mentioned.has(name)) return 'nonlocalAfterUse'
    this.declaredNonlocal.set(name, span)
    return undefined
  }

  /** Text that was refused may bind `name`. */
  assume(name: string): void {
    this.program.assumed.add(name)
  }

  /** What the global `name` stands for so far, where it was bound once. */
  meaningOf(name: string): Meaning | undefined {
    const [binding, ...others] = this.program.bindings.get(name) ?? []
    return others.length === 0 ? binding?.meaning : undefined
  }

  /** `object.member` where `object` is a plain name: it may be a module. */
  useMember(use: MemberUse): void {
    this.memberUses.push(use)
  }

  /** What a class derives from, settled at the end of the program. */
  deriveFrom(use: BaseUse): void {
    this.program.deferBase(use)
  }

  /** The name of the first parameter of a method, which `super()` takes for its object; `undefined` elsewhere. */
  selfName(): string | undefined {
    if (this.kind !== 'function' || this.isComprehension) return undefined
    const [first] = this.outer?.kind === 'class' ? this.parameters : []
    return first
  }

  /** No annotation of the program is evaluated. */
  postponeAnnotations(): void {
    this.program.postponesAnnotations = true
  }

  /** A name read by an annotation that CPython evaluates on the spot. */
  annotate(node: NameNode): void {
    this.program.deferAnnotation(node)
  }

  /** Every local name: parameters first, then in order of first binding. */
  locals(): readonly string[] {
    return this.kind === 'function' ? [...this.bound.keys()] : []
  }

  /**
   * Ends the scope; what a class body binds itself is left to the caller to refuse. Names of functions are settled at the
   * end of the outermost one, the rest waits for the end of the program. Returns what was read.
   */
  close(report: Report): readonly (Span & { readonly name: string })[] {
    if (this.kind !== 'function') this.settle()
    else if (this.functionAround() === undefined) {
      this.link(report)
      this.settleFunctions()
    }
    return this.reads
  }

  /** Reports unknown members of modules imported by this function itself. */
  checkLocalModules(report: Report): void {
    for (const use of this.memberUses) {
      if (this.bound.has(use.object.name)) {
        checkMember(report, use, this.bound.get(use.object.name))
      }
    }
  }

  private functionAround(): Scope | undefined {
    let scope = this.outer
    while (scope !== undefined && scope.kind !== 'function') scope = scope.outer
    return scope
  }

  /** Finds the owners of what this scope and those inside take from functions around. */
  private link(report: Report): void {
    const names = new Set([...this.reads, ...this.writes].map(({ name }) => name))
    for (const name of [...names, ...this.declaredNonlocal.keys()]) {
      if (this.bound.has(name) || this.declaredGlobal.has(name) || this.free.includes(name))
        continue
      const isWritten = this.declaredNonlocal.has(name)
      const span = this.declaredNonlocal.get(name)
      if (!this.capture(name, isWritten) && span !== undefined) {
        report.error(span, 'nonlocalMissing', { name })
      }
    }
    for (const inner of this.inners) inner.link(report)
  }

  private capture(name: string, isWritten: boolean): boolean {
    const path: Scope[] = [this]
    for (let scope = this.outer; scope !== undefined; scope = scope.outer) {
      if (scope.kind === 'function' && scope.declaredGlobal.has(name)) return false
      if (scope.kind === 'function' && scope.bound.has(name)) {
        scope.share(name, path.at(-1)?.from ?? 0, isWritten)
        for (const between of path) if (!between.free.includes(name)) between.free.push(name)
        return true
      }
      if (scope.kind === 'function') path.push(scope)
    }
    return false
  }

  private share(name: string, from: number, isWritten: boolean): void {
    if (!this.cells.includes(name)) this.cells.push(name)
    const known = this.captures.get(name)
    this.captures.set(name, {
      from: Math.min(from, known?.from ?? from),
      isWritten: isWritten || known?.isWritten === true,
    })
  }

  private settleFunctions(): void {
    this.settle()
    for (const inner of this.inners) inner.settleFunctions()
  }

  private settle(): void {
    const around = { locals: this.locals(), members: this.enclosingClass?.members }
    for (const node of this.reads) {
      const scope = this.scopeOf(node.name)
      if (scope !== undefined) node.scope = scope
      else if (!this.isOwnMember(node.name)) this.program.defer(node, around)
    }
    for (const node of this.writes) node.scope = this.scopeOf(node.name) ?? 'global'
    for (const use of this.memberUses) this.program.deferMember(use)
  }

  private scopeOf(name: string): BoundScope | undefined {
    if (this.kind !== 'function') return undefined
    if (this.bound.has(name)) {
      return this.cells.includes(name) ? this.cellScope(name) : 'local'
    }
    if (!this.free.includes(name)) return undefined
    for (let scope = this.outer; scope !== undefined; scope = scope.outer) {
      if (scope.cells.includes(name) && scope.bound.has(name)) return scope.cellScope(name)
    }
    return 'cell'
  }

  /** Quiet: bound once, before the first function that shares it is made. */
  private cellScope(name: string): 'cell' | 'quietCell' {
    const [binding, ...further] = this.bound.get(name) ?? []
    const capture = this.captures.get(name)
    const isQuiet =
      binding?.isOnce === true &&
      further.length === 0 &&
      capture?.isWritten === false &&
      binding.boundFrom <= capture.from
    return isQuiet ? 'quietCell' : 'cell'
  }

  /** Whether this is a class body that binds `name` itself. */
  private isOwnMember(name: string): boolean {
    return this.kind === 'class' && this.enclosingClass?.members.has(name) === true
  }

  private bind(name: string, binding: Binding): void {
    this.mentioned.add(name)
    if (this.declaredNonlocal.has(name)) return
    if (this.kind !== 'function' || this.declaredGlobal.has(name)) {
      this.program.bind(name, binding)
      return
    }
    const known = this.bound.get(name)
    if (known === undefined) this.bound.set(name, [binding])
    else known.push(binding)
  }
}
