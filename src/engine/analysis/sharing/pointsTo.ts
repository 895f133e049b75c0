/**
 * What every name, attribute and item of a program may stand for, and which code each call may run: a points-to analysis
 * by inclusion (Andersen 1994) that finds the call graph on the way. It ignores the order of statements; it separates
 * what is run by threads made at different places. Everything that may happen is in its answer; more may be.
 */
import { assertNever } from '../../../base'
import type { ClassDefinition, Expression, FormatPart, Module, Target } from '../../language'
import {
  type Activation,
  type Arguments,
  type CallPoint,
  type CallSite,
  NO_ARGUMENTS,
  type Root,
} from './activation'
import { Attributes } from './attributes'
import { type Code, CodeTable } from './code'
import { Containers } from './containers'
import { bindDefaults, bindParameters } from './parameters'
import { Heap, keyOf } from './heap'
import { Library } from './library'
import { type AbstractObject, ObjectTable, type ThreadObject } from './objects'
import { type Node, Solver } from './solver'
import { bindBody } from './statements'

export type ExpressionOf<K extends Expression['kind']> = Expression & { readonly kind: K }

/** Operators, `print` and the like may call any special method but those that have their own place. */
const OWN_PLACE: ReadonlySet<string> = new Set(['__init__', '__enter__', '__exit__', '__call__'])

/** A call of code of the program by code of the program. */
export interface CallEdge extends CallEnd {
  readonly callee: Code
  readonly isRepeated: boolean
}
type CallEnd = Pick<CallSite, 'at' | 'caller' | 'isRepeated'>

export class PointsTo {
  readonly codes: CodeTable
  readonly solver = new Solver()
  readonly objects = new ObjectTable()
  readonly heap = new Heap(this.solver)
  readonly roots: Root[] = []
  readonly activations: Activation[] = []
  readonly edges: CallEdge[] = []
  /** Calls that let a pool start a thread. */
  readonly spawned = new Map<Expression, ThreadObject>()
  readonly attributes = new Attributes(this)
  readonly containers = new Containers(this)
  private readonly library = new Library(this)
  private readonly known = new Map<string, Activation>()
  private readonly sites: (CallSite & { readonly callee: Node })[] = []

  constructor(module: Module) {
    this.codes = new CodeTable(module)
    const main = this.root(undefined)
    main.entries.add(this.activation(this.codes.module, main))
    this.solver.solve()
    this.resolveUnknown()
  }

  /** What `e` may be where `activation` evaluates it. */
  objectsOf(e: Expression, activation: Activation): ReadonlySet<AbstractObject> {
    const node = activation.values.get(e)
    return node === undefined ? NONE : this.solver.objectsOf(node)
  }

  root(thread: ThreadObject | undefined): Root {
    const known = this.roots.find((root) => root.thread === thread)
    if (known !== undefined) return known
    const made: Root = { id: this.roots.length, thread, entries: new Set() }
    this.roots.push(made)
    return made
  }

  activation(code: Code, root: Root): Activation {
    const key = `${root.id} ${code.id}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const id = this.activations.length
    const made: Activation = { id, code, root, values: new Map(), callees: new Map() }
    this.known.set(key, made)
    this.activations.push(made)
    bindBody(code.body, made, this)
    return made
  }

  // ---- names

  variable(name: string, scope: string, { code, root }: Activation): Node {
    switch (scope) {
      case 'global':
        return this.solver.node(`global ${name}`)
      case 'local':
        return this.solver.node(`local ${root.id} ${code.id} ${name}`)
      case 'builtin': {
        const node = this.solver.node(`builtin ${name}`)
        this.solver.add(node, this.builtin(name, undefined))
        return node
      }
      default:
        return this.cell(name, code)
    }
  }

  cell(name: string, code: Code): Node {
    return this.solver.node(`cell ${this.codes.ownerOf(name, code).id} ${name}`)
  }

  /** Where a parameter or local of `code` stands. */
  local(name: string, activation: Activation): Node {
    const { code } = activation
    return code.cells.has(name)
      ? this.solver.node(`cell ${code.id} ${name}`)
      : this.variable(name, 'local', activation)
  }

  builtin(name: string, self: AbstractObject | undefined): AbstractObject {
    return this.objects.get(`builtin ${name} ${self?.id ?? ''}`, { kind: 'builtin', name, self })
  }

  /** The function object of `code`, bound to `self` where it is taken from an instance. */
  function(code: Code, self: AbstractObject | undefined): AbstractObject {
    return this.objects.get(`function ${code.id} ${self?.id ?? ''}`, {
      kind: 'function',
      code,
      self,
    })
  }

  // ---- values

  value(e: Expression, activation: Activation): Node {
    const known = activation.values.get(e)
    if (known !== undefined) return known
    const node = this.solver.fresh()
    activation.values.set(e, node)
    this.fill(node, e, activation)
    return node
  }

  private fill(node: Node, e: Expression, activation: Activation): void {
    const { solver } = this
    switch (e.kind) {
      case 'literal':
        return
      case 'formatted':
        return this.formatted(e.parts, e, activation)
      case 'name':
        return solver.copy(this.variable(e.name, e.scope, activation), node)
      case 'list':
      case 'tuple':
      case 'set':
        return this.containers.display(node, e, activation)
      case 'dict':
        return this.containers.dictionary(node, e, activation)
      case 'starred':
        return this.elements(this.value(e.value, activation), node)
      case 'lambda':
        bindDefaults(e.definition, activation, this)
        return solver.add(node, this.function(this.codes.codeOf(e.definition), undefined))
      case 'comprehension':
        return this.containers.comprehension(node, e, activation)
      case 'walrus':
        solver.copy(this.value(e.value, activation), node)
        return this.assign(e.target, node, activation)
      case 'unary':
        return this.operate([e.operand], e, activation)
      case 'binary':
        return this.binary(node, e, activation)
      case 'logical':
        solver.copy(this.value(e.left, activation), node)
        return solver.copy(this.value(e.right, activation), node)
      case 'compare':
        return this.operate(e.operands, e, activation)
      case 'conditional':
        this.value(e.condition, activation)
        solver.copy(this.value(e.whenTrue, activation), node)
        return solver.copy(this.value(e.whenFalse, activation), node)
      case 'call':
        return this.call(node, e, activation)
      case 'attribute':
        return solver.each(this.value(e.object, activation), (object) => {
          this.attributes.load(object, e.name, node)
          this.attributes.property(object, e.name, 'getter', {
            ...this.quietCall(e, activation),
            result: node,
          })
        })
      // The object itself: what is looked up on it takes in what its bases have.
      case 'super':
        return solver.copy(this.value(e.object, activation), node)
      case 'item':
        return this.item(node, e, activation)
      case 'slice': {
        const parts = [e.start, e.stop, e.step].filter((part) => part !== undefined)
        return this.operate(parts, e, activation)
      }
      default:
        return assertNever(e)
    }
  }

  private item(node: Node, e: ExpressionOf<'item'>, activation: Activation): void {
    this.operate([e.object, e.key], e, activation, node)
    if (e.key.kind === 'slice') return this.containers.copied(node, [e.object], e, activation)
    this.solver.each(this.value(e.object, activation), (object) => {
      this.heap.load(object, keyOf(e.key), node)
    })
  }

  private formatted(parts: readonly FormatPart[], e: Expression, activation: Activation): void {
    for (const part of parts) {
      if (part.kind === 'text') continue
      this.operate([part.value], e, activation)
      this.formatted(part.specification, e, activation)
    }
  }

  private binary(node: Node, e: ExpressionOf<'binary'>, activation: Activation): void {
    this.operate([e.left, e.right], e, activation, node)
    this.containers.copied(node, [e.left, e.right], e, activation)
  }

  /** Lets `to` hold the items of all that `from` may be. */
  elements(from: Node, to: Node): void {
    this.solver.each(from, (object) => {
      this.solver.copy(this.heap.items(object), to)
    })
  }

  /** One `next` after the other over `iterable`; `to` gets the items. A generator's body runs here. */
  iterate(iterable: Node, at: CallPoint, activation: Activation, to: Node): void {
    this.elements(iterable, to)
    this.solver.each(iterable, (object) => {
      if (object.kind === 'container' && object.generator !== undefined) {
        const body = this.activation(object.generator, activation.root)
        this.record({ at, caller: activation, isRepeated: true }, body)
      }
    })
    this.special(iterable, [], { at, caller: activation, given: NO_ARGUMENTS, result: to })
  }

  /** Evaluates operands that an operator looks at: instances among them may have special methods. */
  operate(
    operands: readonly Expression[],
    at: CallPoint,
    caller: Activation,
    result: Node = this.solver.fresh(),
  ): void {
    const nodes = operands.map((operand) => this.value(operand, caller))
    for (const node of nodes) this.special(node, nodes, { at, caller, given: NO_ARGUMENTS, result })
  }

  /** Calls the special methods of the instances in `node`, each argument being any of `operands`. */
  special(node: Node, operands: readonly Node[], call: CallSite): void {
    this.solver.each(node, (object) => {
      if (object.kind !== 'instance') return
      for (const code of this.attributes.methodsOf(object.definition)) {
        const name = code.title.slice(code.title.lastIndexOf('.') + 1)
        if (!/^__\w+__$/.test(name) || OWN_PLACE.has(name)) continue
        const any = this.solver.fresh()
        for (const operand of operands) this.solver.copy(operand, any)
        const positional = code.parameters.slice(1).map(() => ({ node: any, isStarred: false }))
        const given = { positional, keywords: [] }
        this.invoke(code, object, { ...call, given, isRepeated: true })
      }
    })
  }

  // ---- targets

  assign(target: Target, value: Node, activation: Activation): void {
    switch (target.kind) {
      case 'name':
        return this.solver.copy(value, this.variable(target.name, target.scope, activation))
      case 'attribute':
        return this.solver.each(this.value(target.object, activation), (object) => {
          this.attributes.store(object, target.name, value)
          const positional = [{ node: value, isStarred: false }]
          const given = { positional, keywords: [] }
          const call = { ...this.quietCall(target.object, activation), given }
          this.attributes.property(object, target.name, 'setter', call)
        })
      case 'item': {
        this.value(target.key, activation)
        const objects = this.value(target.object, activation)
        this.special(objects, [value], this.quietCall(target.object, activation))
        return this.solver.each(objects, (object) => {
          this.solver.copy(value, this.heap.stored(object, keyOf(target.key)))
          if (target.key.kind !== 'slice') return
          this.heap.mix(object)
          this.elements(value, this.heap.stored(object, undefined))
        })
      }
      case 'unpack':
        return this.containers.unpack(target, value, activation)
      default:
        return assertNever(target)
    }
  }

  quietCall(at: CallPoint, caller: Activation): CallSite {
    return { at, caller, given: NO_ARGUMENTS, result: this.solver.fresh() }
  }

  // ---- calls

  private call(result: Node, e: ExpressionOf<'call'>, caller: Activation): void {
    const callee = this.value(e.callee, caller)
    const positional = e.positional.map((argument) =>
      argument.kind === 'starred'
        ? { node: this.value(argument, caller), isStarred: true }
        : { node: this.value(argument, caller), isStarred: false },
    )
    const keywords = e.keywords.map(({ name, value }) => ({
      name,
      node: this.value(value, caller),
    }))
    const site = { at: e, caller, given: { positional, keywords }, result, callee }
    this.sites.push(site)
    this.applyAll(callee, site)
  }

  /** Calls everything that `callee` may be. */
  applyAll(callee: Node, site: CallSite): void {
    this.solver.each(callee, (object) => {
      this.apply(object, site)
    })
  }

  private apply(object: AbstractObject, site: CallSite): void {
    switch (object.kind) {
      case 'function':
        return this.invoke(object.code, object.self, site)
      case 'class':
        return this.construct(object.definition, site)
      case 'instance': {
        const code = this.attributes.method(object.definition, '__call__')
        if (code !== undefined) this.invoke(code, object, site)
        return
      }
      case 'builtin':
        return this.library.apply(object, site)
    }
  }

  private construct(definition: ClassDefinition, site: CallSite): void {
    const { from } = site.at
    const shape = { kind: 'instance', site: from, definition } as const
    const key = `instance ${from} ${site.at.to} ${definition.name}`
    const made = this.objects.get(key, shape, from, site.caller.code)
    this.solver.add(site.result, made)
    if (this.codes.isThread(definition)) this.library.threadOf(made, definition, site)
    const code = this.attributes.method(definition, '__init__')
    if (code !== undefined) this.invoke(code, made, { ...site, result: this.solver.fresh() })
  }

  /** `code` is called; what it returns goes to the result. */
  invoke(code: Code, self: AbstractObject | undefined, site: CallSite): void {
    const callee = this.activation(code, site.caller.root)
    this.record(site, callee)
    const given = self === undefined ? site.given : this.withSelf(self, site.given)
    bindParameters(code, callee, given, this)
    this.solver.copy(this.returned(callee), site.result)
  }

  private withSelf(self: AbstractObject, { positional, keywords }: Arguments): Arguments {
    const node = this.solver.fresh()
    this.solver.add(node, self)
    return { positional: [{ node, isStarred: false }, ...positional], keywords }
  }

  returned({ id }: Activation): Node {
    return this.solver.node(`returned ${id}`)
  }

  private record({ at, caller, isRepeated = false }: CallEnd, callee: Activation): void {
    const callees = caller.callees.get(at) ?? new Set()
    caller.callees.set(at, callees)
    if (callees.has(callee) && !isRepeated) return
    callees.add(callee)
    this.edges.push({ at, caller, callee: callee.code, isRepeated })
  }

  /** The threads of `thread` are started by `starter`. */
  start(thread: ThreadObject, target: Node, given: Arguments, result?: Node): void {
    const root = this.root(thread)
    this.solver.each(target, (object) => {
      if (object.kind !== 'function') return
      const entry = this.activation(object.code, root)
      root.entries.add(entry)
      if (result !== undefined) this.solver.copy(this.returned(entry), result)
      const all = object.self === undefined ? given : this.withSelf(object.self, given)
      bindParameters(object.code, entry, all, this)
    })
  }

  /** What is called is not known to lead anywhere: such a call may return its arguments and call them back. */
  private resolveUnknown(): void {
    const done = new Set<CallSite>()
    for (;;) {
      const open = this.sites.filter(
        (site) => !done.has(site) && this.solver.objectsOf(site.callee).size === 0,
      )
      if (open.length === 0) return
      for (const site of open) {
        done.add(site)
        this.library.applyUnknown(site)
      }
      this.solver.solve()
    }
  }
}

const NONE: ReadonlySet<AbstractObject> = new Set()
