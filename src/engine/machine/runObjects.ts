import { ask, openContainers, ownText } from './answers'
import { namedAttribute } from './attributes'
import { callFactory } from './builtins'
import type { Memory } from './memory'
import type { Names, Objects, OwnOperators } from './objects'
import { ownOperators } from './ownOperators'
import type { Processor } from './processor'
import type { Value } from './value'

/**
 * Objects of a run, where methods of the program can be called. A class, so that they all have one shape: compiled
 * code that reads them stays valid from run to run.
 */
export class RunObjects implements Objects {
  readonly memory: Memory
  readonly names: Names
  readonly own: OwnOperators | undefined

  constructor(
    private readonly processor: Processor,
    { memory, names }: Objects,
  ) {
    this.memory = memory
    this.names = names
    this.own = ownOperators(processor)
  }

  ownText(value: Value, kind: 'str' | 'repr', open: readonly Value[]): string | undefined {
    return ownText(this.processor, value, kind, open)
  }

  ask(callable: Value, args: readonly Value[]): Value {
    return ask(this.processor, callable, args)
  }

  callBuiltin(type: Value): Value | undefined {
    return callFactory(this.processor, type)
  }

  attribute(value: Value, name: string): Value {
    return namedAttribute(this.processor, value, name)
  }

  openContainers(): readonly Value[] {
    return openContainers(this.processor)
  }
}
