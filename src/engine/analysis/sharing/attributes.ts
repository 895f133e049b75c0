/** What the attributes of an object may be: its own, those of its class and bases, methods, properties, built-in members. */
import type { ClassDefinition } from '../../language'
import type { CallSite } from './activation'
import type { Code } from './code'
import { NAMED_ITEMS, THREAD_OF } from './library'
import type { AbstractObject } from './objects'
import type { PointsTo } from './pointsTo'
import type { Node } from './solver'

export class Attributes {
  constructor(private readonly pointsTo: PointsTo) {}

  /** The methods of a class and its bases, its own first. */
  methodsOf(definition: ClassDefinition): readonly Code[] {
    return this.pointsTo.codes
      .lineOf(definition)
      .flatMap(({ methods }) => methods.map((method) => this.pointsTo.codes.codeOf(method)))
  }

  method(definition: ClassDefinition, name: string): Code | undefined {
    return this.methodsOf(definition).find(({ title }) => title.endsWith(`.${name}`))
  }

  /** Lets `to` hold what `object.name` may be. */
  load(object: AbstractObject, name: string, to: Node): void {
    const { solver, heap } = this.pointsTo
    switch (object.kind) {
      case 'instance': {
        solver.copy(heap.field(object, name), to)
        this.loadClass(object, name, object, to)
        return this.loadThread(object, name, to)
      }
      case 'class':
        return this.loadClass(object, name, undefined, to)
      case 'module':
        return solver.add(to, this.pointsTo.builtin(name, undefined))
      case 'function':
        return
      case 'builtin':
        // A method of a type, `dict.fromkeys`: not one of a value, or there would be no end of them.
        return solver.add(to, this.pointsTo.builtin(name, undefined))
      case 'primitive':
        solver.copy(heap.field(object, name), to)
        return solver.add(to, this.pointsTo.builtin(name, object))
      case 'container':
        solver.copy(heap.field(object, NAMED_ITEMS), to)
        return solver.add(to, this.pointsTo.builtin(name, object))
      default:
        return solver.add(to, this.pointsTo.builtin(name, object))
    }
  }

  private loadClass(
    seen: AbstractObject & { readonly definition: ClassDefinition },
    name: string,
    self: AbstractObject | undefined,
    to: Node,
  ): void {
    const { solver, heap } = this.pointsTo
    for (const { name: className, methods } of this.pointsTo.codes.lineOf(seen.definition)) {
      solver.copy(heap.classField(className, name), to)
      // Also what is overridden: `super()` may ask for it.
      const method = methods.find((own) => own.name === name)
      if (method === undefined || method.binding === 'getter') continue
      const bound = method.binding === 'class' ? seen : self
      const receiver = method.binding === 'static' ? undefined : bound
      solver.add(to, this.pointsTo.function(this.pointsTo.codes.codeOf(method), receiver))
    }
  }

  /** What an object of a subclass of `Thread` has as a thread. */
  private loadThread(object: AbstractObject, name: string, to: Node): void {
    const { solver, heap } = this.pointsTo
    solver.each(heap.field(object, THREAD_OF), (thread) => {
      solver.add(to, this.pointsTo.builtin(name, thread))
    })
  }

  /** Reading or storing an attribute that is a property calls a method. */
  property(
    object: AbstractObject,
    name: string,
    binding: 'getter' | 'setter',
    call: CallSite,
  ): void {
    if (object.kind !== 'instance') return
    for (const { methods } of this.pointsTo.codes.lineOf(object.definition)) {
      const method = methods.find((own) => own.name === name && own.binding === binding)
      if (method !== undefined)
        this.pointsTo.invoke(this.pointsTo.codes.codeOf(method), object, call)
    }
  }

  store(object: AbstractObject, name: string, value: Node): void {
    const { solver, heap } = this.pointsTo
    if (object.kind === 'class') {
      solver.copy(value, heap.classField(object.definition.name, name))
    } else solver.copy(value, heap.field(object, name))
  }
}
