/** Built-ins that only routines can name, as far as they need more than objects; their names begin with a point. */
import { present } from '../../base'
import type { RoutineName } from '../bytecode'
import type { SystemName } from './builtins'
import type { OfDataclasses } from './dataclasses'
import { fromFloat } from './objects'
import { endPools, makePrimitive, primitiveIndex } from './primitives'
import type { Processor } from './processor'
import { RoutineNeeded } from './routineNeeded'
import { NONE, type Value } from './value'

type OfRoutines = Exclude<Extract<SystemName, `.${string}`>, OfDataclasses>

export function isOfRoutines(name: SystemName): name is OfRoutines {
  return name.startsWith('.')
}

/** @throws RoutineNeeded */
export function callOfRoutines(
  p: Processor,
  name: OfRoutines,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  switch (name) {
    case '.now':
      return fromFloat(p.objects, p.kernel.now() / 1e6)
    case '.timer':
      throw new RoutineNeeded('timer', args)
    case '.poolWork':
      throw new RoutineNeeded('poolWork', args)
    case '.begin':
      throw new RoutineNeeded(routineNamed(p, args[0] ?? NONE), args.slice(1))
    case '.poolsEnd':
      return endPools(p)
    case '.simpleQueue':
      return makePrimitive(p, primitiveIndex('SimpleQueue'), args, keywords)
  }
}

/** The routine that a string names. */
function routineNamed(p: Processor, name: Value): RoutineName {
  const text = p.textOf(name)
  const known = Object.keys(p.program.routines).find((routine) => routine === text)
  return present(known as RoutineName | undefined, `routine ${text}`)
}
