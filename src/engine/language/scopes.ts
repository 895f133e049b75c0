import type { Expression, NameScope, Span, Target } from './ast'
import { BUILTIN_NAMES, builtinRefusal, isBuiltin } from './builtins'
import { membersOf, type ImportedModule } from './modules'
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
type BoundNode = Span & { readonly kind: 'name'; readonly name: string; scope: 'local' | 'global' }

interface Binding {
  /** Where the name is usable from: behind a `def` or `class`, at the name otherwise. */
  readonly usableFrom: number
  /** The module this binding makes the name stand for, when it is an import. */
  readonly module: ImportedModule | undefined
}

/** What else an undefined name may have been meant for. */
interface Surroundings {
  readonly locals: readonly string[]
  readonly members: ReadonlySet<string> | undefined
}

interface MemberUse {
  readonly object: NameNode
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

  deferAnnotation(node: NameNode): void {
    this.annotated.push(node)
  }

  /** Decides global or built-in for every name left open and reports those that are neither. */
  settle(report: Report): void {
    const reported = new Set<string>()
    for (const { node, around } of this.open) {
      node.scope = this.bindings.has(node.name) ? 'global' : 'builtin'
      if (node.scope === 'global' || isBuiltin(node.name) || this.assumed.has(node.name)) continue
      if (reported.has(node.name)) continue
      reported.add(node.name)
      this.reportUndefined(report, node, around)
    }
    for (const use of this.memberUses) {
      if (use.object.scope === 'global')
        checkMember(report, use, this.bindings.get(use.object.name))
    }
    this.checkAnnotations(report)
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
  const module = bindings?.[0]?.module
  if (module === undefined || !bindings?.every((binding) => binding.module === module)) return
  const { member, span } = use
  const members = membersOf(module)
  if (use.isWrite) report.error(span, 'moduleAssignment', { module, name: member })
  else if (!members.includes(member)) {
    report.error(span, 'unsupportedMember', { module, name: member, available: members.join(', ') })
  }
}

/** The class whose body is being read; `members` grows as its body is read. */
export interface EnclosingClass {
  readonly name: string
  readonly members: ReadonlySet<string>
}

/** One function's, class's or the module's view of names while its text is read, in source order. */
export class Scope {
  /** Names bound here, in order of first binding; for a class, its members. */
  private readonly bound = new Map<string, Binding[]>()
  private readonly declaredGlobal = new Set<string>()
  private readonly parameters = new Set<string>()
  private readonly mentioned = new Set<string>()
  private readonly reads: NameNode[] = []
  private readonly writes: BoundNode[] = []
  private readonly memberUses: MemberUse[] = []

  constructor(
    readonly kind: ScopeKind,
    private readonly program: ProgramNames,
    /** The class around this scope, for private names and for advice. */
    readonly enclosingClass: EnclosingClass | undefined,
  ) {}

  /** A scope inside this one. A class names itself; a function belongs to the class around it. */
  inner(kind: 'function' | 'class', enclosingClass = this.enclosingClass): Scope {
    return new Scope(kind, this.program, enclosingClass)
  }

  /** A name read at `span`. Its scope is settled later. */
  read(name: string, span: Span): NameNode & Expression {
    const node: NameNode = { kind: 'name', name, scope: 'builtin', from: span.from, to: span.to }
    this.mentioned.add(name)
    this.reads.push(node)
    return node
  }

  /** A name bound at `span` and usable from `usableFrom`. */
  write(name: string, span: Span, from: Partial<Binding> = {}): BoundNode & Target {
    const scope = this.kind === 'function' ? 'local' : 'global'
    const node: BoundNode = { kind: 'name', name, scope, from: span.from, to: span.to }
    this.bind(name, { usableFrom: from.usableFrom ?? span.from, module: from.module })
    this.writes.push(node)
    return node
  }

  /** A parameter; false when the function has one of this name already. */
  parameter(name: string, span: Span): boolean {
    if (this.parameters.has(name)) return false
    this.parameters.add(name)
    this.bind(name, { usableFrom: span.from, module: undefined })
    return true
  }

  /** A local annotated without a value: local, though nothing is bound here. */
  declareLocal(name: string, span: Span): void {
    this.mentioned.add(name)
    if (this.kind === 'function') this.bind(name, { usableFrom: span.from, module: undefined })
  }

  isDeclaredGlobal(name: string): boolean {
    return this.declaredGlobal.has(name)
  }

  /** `global name`; the problem, if CPython refuses it here. */
  declareGlobal(name: string): 'globalParameter' | 'globalAfterUse' | undefined {
    if (this.parameters.has(name)) return 'globalParameter'
    if (this.mentioned.has(name)) return 'globalAfterUse'
    this.declaredGlobal.add(name)
    return undefined
  }

  /** Text that was refused may bind `name`. */
  assume(name: string): void {
    this.program.assumed.add(name)
  }

  /** `object.member` where `object` is a plain name: it may be a module. */
  useMember(use: MemberUse): void {
    this.memberUses.push(use)
  }

  /** A name read by an annotation that CPython evaluates on the spot. */
  annotate(node: NameNode): void {
    this.program.deferAnnotation(node)
  }

  /** Every local name: parameters first, then in order of first binding. */
  locals(): readonly string[] {
    return this.kind === 'function' ? [...this.bound.keys()] : []
  }

  /** Ends the scope: locals are settled, the rest waits for the end of the program; what a class body
   * binds itself is left to the caller to refuse. Returns what was read. */
  close(): readonly (Span & { readonly name: string })[] {
    const isLocal = (name: string): boolean => this.kind === 'function' && this.bound.has(name)
    const around = { locals: this.locals(), members: this.enclosingClass?.members }
    for (const node of this.reads) {
      if (isLocal(node.name)) node.scope = 'local'
      else if (!this.isOwnMember(node.name)) this.program.defer(node, around)
    }
    for (const node of this.writes) node.scope = isLocal(node.name) ? 'local' : 'global'
    for (const use of this.memberUses) this.program.deferMember(use)
    return this.reads
  }

  /** Whether this is a class body that binds `name` itself. */
  private isOwnMember(name: string): boolean {
    return this.kind === 'class' && this.enclosingClass?.members.has(name) === true
  }

  /** Reports unknown members of modules imported by this function itself. */
  checkLocalModules(report: Report): void {
    for (const use of this.memberUses) {
      if (use.object.scope === 'local') checkMember(report, use, this.bound.get(use.object.name))
    }
  }

  private bind(name: string, binding: Binding): void {
    this.mentioned.add(name)
    if (this.kind !== 'function' || this.declaredGlobal.has(name)) {
      this.program.bind(name, binding)
      return
    }
    const known = this.bound.get(name)
    if (known === undefined) this.bound.set(name, [binding])
    else known.push(binding)
  }
}
