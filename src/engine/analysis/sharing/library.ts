/**
 * What the built-in functions, modules and methods make of the objects they are given. What is not named here may return
 * any of its arguments and of their items, and may call back what it is given.
 */
import type { ClassDefinition, Expression } from '../../language'
import { PRIMITIVES } from '../../../base'
import { type CallSite, NO_ARGUMENTS } from './activation'
import { indexKey } from './heap'
import type { AbstractObject, LockKind, LockObject, ThreadObject } from './objects'
import type { PointsTo } from './pointsTo'
import type { Node } from './solver'

const LOCKS: Readonly<Record<string, LockKind>> = {
  Lock: 'lock',
  RLock: 'rlock',
  Condition: 'condition',
  Semaphore: 'semaphore',
  BoundedSemaphore: 'semaphore',
  ReadWriteLock: 'readWrite',
}

const TYPES: ReadonlySet<string> = new Set([
  ...PRIMITIVES.map(({ name }): string => name),
  'ChargingDatabase',
])

/** They return numbers, texts and the like. */
const PLAIN: ReadonlySet<string> = new Set(
  `print len range int float str bool abs round repr id hash isinstance issubclass divmod pow ord chr sleep time
   monotonic perf_counter get_ident active_count activeCount any all invariant progress randint randrange uniform seed getrandbits`.split(
    /\s+/,
  ),
)

/** A new container with the items of those given. */
const COPIES: ReadonlySet<string> = new Set(
  'list tuple set frozenset dict sorted deque defaultdict Counter sample choices copy'.split(' '),
)

/** They read what they are given only when they are iterated themselves; the pairs they give are new tuples. */
const PAIRS: ReadonlySet<string> = new Set('enumerate zip items popitem'.split(' '))

/** Methods of containers that put nothing in and give one of the items. */
const GIVES_ITEM: ReadonlySet<string> = new Set(
  'get pop popleft get_nowait poll recv setdefault __getitem__'.split(' '),
)

/** Methods of lists that move items to other positions. */
const MOVES: ReadonlySet<string> = new Set(
  'insert pop popleft appendleft remove sort reverse rotate extendleft clear __delitem__'.split(
    ' ',
  ),
)

/** Methods of pools and futures that let other threads run a function. */
const SPAWNS: ReadonlySet<string> = new Set(['submit', 'map', 'add_done_callback'])

export class Library {
  constructor(private readonly pointsTo: PointsTo) {}

  apply(builtin: AbstractObject & { kind: 'builtin' }, site: CallSite): void {
    const { name, self } = builtin
    if (self !== undefined) this.method(name, self, site)
    else if (LOCKS[name] !== undefined) this.lock(LOCKS[name], site)
    else if (name === 'Thread' || name === 'Timer') this.thread(name, site)
    else if (TYPES.has(name)) this.primitive(name, site)
    else if (COPIES.has(name)) this.copy(site, undefined, name === 'dict')
    else if (PAIRS.has(name)) this.pairs(site)
    else if (PLAIN.has(name)) this.look(site)
    else this.applyOther(name, site)
  }

  private applyOther(name: string, site: CallSite): void {
    const { solver } = this.pointsTo
    switch (name) {
      case 'getattr':
      case 'setattr':
        return this.attribute(name, site)
      case 'wraps':
        return solver.add(site.result, this.pointsTo.builtin(GIVES_BACK, undefined))
      case GIVES_BACK:
        for (const { node } of this.all(site)) solver.copy(node, site.result)
        return
      case 'namedtuple':
        return solver.add(site.result, this.pointsTo.builtin(NAMED_TUPLE, undefined))
      case NAMED_TUPLE:
        return this.namedTuple(site)
      default:
        return this.applyUnknown(site)
    }
  }

  /** Of a name that is computed nothing is known, what is looked up may be anything then. */
  private attribute(builtin: 'getattr' | 'setattr', site: CallSite): void {
    const { solver } = this.pointsTo
    const [object, , other] = site.given.positional
    const key = nameGiven(site)
    if (builtin === 'getattr' && other !== undefined) solver.copy(other.node, site.result)
    if (object === undefined || key === undefined) return
    solver.each(object.node, (of) => {
      if (builtin === 'getattr') this.pointsTo.attributes.load(of, key, site.result)
      else if (other !== undefined) this.pointsTo.attributes.store(of, key, other.node)
    })
  }

  private namedTuple(site: CallSite): void {
    const { solver, heap } = this.pointsTo
    const made = this.made(site, 'named')
    const held = heap.stored(made, undefined)
    for (const { node } of [...site.given.positional, ...site.given.keywords]) {
      solver.copy(node, held)
    }
    solver.copy(heap.items(made), heap.field(made, NAMED_ITEMS))
    solver.add(site.result, made)
  }

  /** May return its arguments and their items, and call them back with these. */
  applyUnknown(site: CallSite): void {
    const mixed = this.mixed(site)
    this.pointsTo.solver.copy(mixed, site.result)
    this.callBack(mixed, mixed, site)
    this.look(site)
  }

  // ---- makers

  private key(kind: string, site: CallSite): string {
    return `${kind} ${site.at.from} ${site.at.to}`
  }

  private lock(lock: LockKind, site: CallSite): void {
    const { solver, objects } = this.pointsTo
    const { from } = site.at
    const shape = { kind: 'lock', site: from, lock } as const
    const made = objects.get(this.key('lock', site), shape, from, site.caller.code)
    solver.add(site.result, made)
    if (lock !== 'condition') return
    const within = this.pointsTo.heap.field(made, INNER_LOCK)
    for (const { node } of this.all(site)) solver.copy(node, within)
  }

  private thread(maker: 'Thread' | 'Timer', site: CallSite): void {
    const { solver, objects } = this.pointsTo
    const { from } = site.at
    const shape = { kind: 'thread', site: from, at: site.at as Expression } as const
    const made = objects.get(this.key('thread', site), shape, from, site.caller.code)
    solver.add(site.result, made)
    this.give(made, maker === 'Thread' ? THREAD_PARAMETERS : TIMER_PARAMETERS, site)
  }

  /** What a thread is made with: target, arguments and keywords. */
  private give(made: AbstractObject, parameters: readonly Parameter[], site: CallSite): void {
    const { solver, heap } = this.pointsTo
    for (const { name, position } of parameters.slice(0, 3)) {
      const node = argument(site, name, position)
      if (node !== undefined) solver.copy(node, heap.field(made, FIELDS[name] ?? name))
    }
  }

  /** The thread that an object of a subclass of `Thread` is: it runs the class's `run`. */
  threadOf(object: AbstractObject, definition: ClassDefinition, site: CallSite): void {
    const { solver, objects, heap } = this.pointsTo
    const { from } = site.at
    const shape = { kind: 'thread', site: from, at: site.at as Expression } as const
    const made = objects.get(this.key('thread', site), shape, from, site.caller.code)
    solver.add(heap.field(object, THREAD_OF), made)
    const run = this.pointsTo.attributes.method(definition, 'run')
    if (run !== undefined) solver.add(heap.field(made, TARGET), this.pointsTo.function(run, object))
  }

  private primitive(type: string, site: CallSite): void {
    const { solver, objects, heap } = this.pointsTo
    const { from } = site.at
    const shape = { kind: 'primitive', site: from, type } as const
    const made = objects.get(this.key('primitive', site), shape, from, site.caller.code)
    solver.add(site.result, made)
    for (const { node } of this.all(site)) solver.copy(node, heap.stored(made, undefined))
  }

  private made(site: CallSite, part: string): AbstractObject {
    return this.pointsTo.containers.made(site.at as Expression, site.caller, part)
  }

  /** @param isOfPairs what is given may be pairs of a key and a value. */
  private copy(site: CallSite, extra?: Node, isOfPairs = false): void {
    const { solver, heap } = this.pointsTo
    const made = this.made(site, 'copy')
    const held = heap.stored(made, undefined)
    for (const { node } of this.all(site)) this.pointsTo.elements(node, held)
    for (const { name, node } of site.given.keywords) if (name !== 'key') solver.copy(node, held)
    if (extra !== undefined) this.pointsTo.elements(extra, held)
    if (isOfPairs && site.given.positional.length > 0) this.pointsTo.elements(held, held)
    solver.add(site.result, made)
    this.callBack(this.mixed(site), held, site, held)
    this.look(site)
  }

  private pairs(site: CallSite, extra?: Node): void {
    const { solver, heap } = this.pointsTo
    const outer = this.made(site, 'pairs')
    const pair = this.made(site, 'pair')
    solver.add(heap.stored(outer, undefined), pair)
    solver.add(site.result, outer)
    const held = heap.stored(pair, undefined)
    for (const { node } of this.all(site)) this.pointsTo.elements(node, held)
    if (extra !== undefined) this.pointsTo.elements(extra, held)
    // What is iterated is what was given.
    const views = heap.field(outer, VIEWED)
    for (const { node } of this.all(site)) solver.copy(node, views)
    if (extra !== undefined) solver.copy(extra, views)
    this.look(site)
  }

  // ---- methods

  private method(name: string, self: AbstractObject, site: CallSite): void {
    switch (self.kind) {
      case 'thread':
        if (name === 'start') this.start(self)
        if (name === '__init__') this.give(self, THREAD_PARAMETERS, site)
        return
      case 'lock':
        return this.lockMethod(name, self, site)
      case 'container':
      case 'primitive':
        return this.containerMethod(name, self, site)
      default:
        return this.applyUnknown(site)
    }
  }

  private start(self: ThreadObject): void {
    const { solver, heap } = this.pointsTo
    const held = heap.field(self, ARGUMENTS)
    const keyword = heap.field(self, KEYWORDS)
    const rest = solver.fresh()
    const positional = Array.from({ length: KEYED_ARGUMENTS }, (_, i) => {
      const node = solver.fresh()
      solver.each(held, (object) => {
        this.pointsTo.heap.load(object, indexKey(i), node)
      })
      return { node, isStarred: false }
    })
    this.pointsTo.elements(held, rest)
    this.pointsTo.start(self, heap.field(self, TARGET), {
      positional: [...positional, { node: rest, isStarred: true }],
      keywords: [{ name: undefined, node: keyword }],
    })
  }

  /** A pool runs what it is given in a thread of its own, which nothing here is seen to wait for. */
  private spawn(self: AbstractObject, site: CallSite): void {
    const { solver, objects, heap } = this.pointsTo
    const at = site.at as Expression
    const shape = { kind: 'thread', site: at.from, at } as const
    const made = objects.get(this.key('spawned', site), shape, at.from, site.caller.code)
    if (made.kind !== 'thread') return
    const mixed = this.mixed(site)
    // The pool keeps what is given to it, the future what comes back.
    for (const kept of [heap.stored(self, undefined), heap.field(made, ARGUMENTS)]) {
      solver.copy(mixed, kept)
    }
    solver.add(site.result, self)
    this.pointsTo.spawned.set(at, made)
    const given = { positional: [{ node: mixed, isStarred: true }], keywords: [] }
    this.pointsTo.start(made, mixed, given, heap.stored(self, undefined))
  }

  private lockMethod(name: string, self: LockObject, site: CallSite): void {
    const { objects, solver } = this.pointsTo
    if (self.lock === 'readWrite' && (name === 'read' || name === 'write')) {
      const shape = { kind: 'side', of: self, isShared: name === 'read' } as const
      solver.add(site.result, objects.get(`side ${self.id} ${name}`, shape, self.from, self.madeIn))
    }
    if (name === 'wait_for') this.callBack(this.mixed(site), solver.fresh(), site)
  }

  private containerMethod(name: string, self: AbstractObject, site: CallSite): void {
    const { solver, heap } = this.pointsTo
    const items = heap.items(self)
    const own = solver.fresh()
    solver.add(own, self)
    if (MOVES.has(name)) heap.mix(self)
    if (self.kind === 'primitive' && SPAWNS.has(name)) return this.spawn(self, site)
    if (PAIRS.has(name)) return this.pairs(site, own)
    if (COPIES.has(name)) return this.copy(site, own)
    const held = heap.stored(self, undefined)
    for (const { node } of [...this.all(site), ...site.given.keywords]) {
      solver.copy(node, held)
      this.pointsTo.elements(node, held)
    }
    solver.copy(items, site.result)
    if (!GIVES_ITEM.has(name)) solver.copy(own, site.result)
    this.callBack(this.mixed(site), items, site)
    // A barrier has an action.
    if (self.kind === 'primitive') this.callBack(items, solver.fresh(), site)
    this.look(site)
  }

  // ---- what all have in common

  private all({ given }: CallSite): readonly { readonly node: Node }[] {
    return given.positional
  }

  private mixed(site: CallSite): Node {
    const { solver } = this.pointsTo
    const node = solver.fresh()
    for (const { node: given } of [...this.all(site), ...site.given.keywords]) {
      solver.copy(given, node)
      this.pointsTo.elements(given, node)
    }
    return node
  }

  /** Functions among `functions` are called, with anything of `given`; what they return may go to `returned`. */
  private callBack(functions: Node, given: Node, site: CallSite, returned?: Node): void {
    const { solver } = this.pointsTo
    solver.each(functions, (object) => {
      const result = returned ?? site.result
      if (object.kind === 'container' && object.generator !== undefined) {
        this.pointsTo.iterate(this.only(object), site.at, site.caller, solver.fresh())
      }
      if (object.kind !== 'function') return
      const positional = object.code.parameters.map(() => ({ node: given, isStarred: false }))
      const { at, caller } = site
      this.pointsTo.invoke(object.code, object.self, {
        at,
        caller,
        given: { positional, keywords: [] },
        result,
        isRepeated: true,
      })
    })
  }

  private only(object: AbstractObject): Node {
    const node = this.pointsTo.solver.fresh()
    this.pointsTo.solver.add(node, object)
    return node
  }

  /** Prints, compares, measures: special methods of what is given and of its items may be called. */
  private look(site: CallSite): void {
    const mixed = this.mixed(site)
    this.pointsTo.special(mixed, [mixed], { ...site, given: NO_ARGUMENTS })
    this.pointsTo.solver.each(mixed, (object) => {
      if (object.kind === 'container' && object.generator !== undefined) {
        this.pointsTo.iterate(this.only(object), site.at, site.caller, this.pointsTo.solver.fresh())
      }
    })
  }
}

interface Parameter {
  readonly name: string
  readonly position: number
}

/** Arguments of a thread that are followed one by one; what is beyond may go to any parameter. */
const KEYED_ARGUMENTS = 8

/** Names of fields that no program can write. */
export const INNER_LOCK = '(lock)'
/** Where an object of a subclass of `Thread` keeps its thread. */
export const THREAD_OF = '(thread)'
export const VIEWED = '(viewed)'
/** The items of a named tuple, by whatever name. */
export const NAMED_ITEMS = '(named)'
/** A class that `namedtuple` makes, and a function that gives back what it is given. */
const NAMED_TUPLE = '(named tuple)'
const GIVES_BACK = '(gives back)'
const TARGET = '(target)'
const ARGUMENTS = '(args)'
const KEYWORDS = '(kwargs)'

const FIELDS: Readonly<Record<string, string>> = {
  target: TARGET,
  function: TARGET,
  args: ARGUMENTS,
  kwargs: KEYWORDS,
}

type Parameters = readonly [Parameter, Parameter, Parameter]

const THREAD_PARAMETERS: Parameters = [
  { name: 'target', position: 1 },
  { name: 'args', position: 3 },
  { name: 'kwargs', position: 4 },
]
const TIMER_PARAMETERS: Parameters = [
  { name: 'function', position: 1 },
  { name: 'args', position: 2 },
  { name: 'kwargs', position: 3 },
]

/** The second argument, where it is a text that is written out. */
function nameGiven({ at }: CallSite): string | undefined {
  const name = 'kind' in at && at.kind === 'call' ? at.positional[1] : undefined
  return name?.kind === 'literal' && name.literal.type === 'string' ? name.literal.value : undefined
}

function argument({ given }: CallSite, name: string, position: number): Node | undefined {
  return (
    given.keywords.find((keyword) => keyword.name === name)?.node ??
    given.positional[position]?.node
  )
}
