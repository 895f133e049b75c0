/** The objects of classes: what the `class` statement makes, and what calling a class makes. */
import { BugError } from '../../base'
import { OPERATIONS, type ClassMember } from '../bytecode'
import { CLASS, EXCEPTION, INSTANCE, OBJECT, THREAD_OBJECT, type ObjectKind } from './layout'
import { classTableOf } from './members'
import { makeTuple } from './objects'
import type { Processor } from './processor'
import { makeSuper } from './supers'
import { addressOf, fromAddress, UNBOUND, type Value } from './value'

/** Carries out the operations on classes; false when it is none of them. */
export function executeOnClasses(p: Processor, operation: number, argument: number): boolean {
  switch (operation) {
    case OPERATIONS.makeClass.code:
      makeClass(p, argument)
      return true
    case OPERATIONS.makeSuper.code:
      makeSuper(p, argument)
      return true
    default:
      return false
  }
}

/** `[base] members… -- class` */
function makeClass(p: Processor, index: number): void {
  const table = p.classes[index]
  if (table === undefined) throw new BugError(`class ${String(index)}`)
  const { base, members, defaults } = table.code
  const address = p.memory.allocate(OBJECT.class, table.size)
  const first = p.top - members.length
  p.memory.write(address + CLASS.index, index)
  members.forEach(({ symbol, binding }, i) => {
    const word = address + (table.members[symbol] ?? 0)
    p.memory.write(word, boundMember(p, binding, p.word(first + i), p.word(word)))
  })
  for (const { symbol, of } of defaults) {
    const value = p.word(address + (table.members[of] ?? 0))
    p.memory.write(address + (table.members[symbol] ?? 0), holder(p, OBJECT.staticMethod, [value]))
  }
  const hasBase = base !== undefined
  if (hasBase) p.memory.write(address + CLASS.base, p.word(first - 1))
  p.replace(members.length + (hasBase ? 1 : 0), fromAddress(address))
}

/** What the class keeps of a member: a method as its decorator has it. `earlier`: the property that gets a setter. */
function boundMember(
  p: Processor,
  binding: ClassMember['binding'],
  value: Value,
  earlier: Value,
): Value {
  switch (binding) {
    case undefined:
      return value
    case 'static':
      return holder(p, OBJECT.staticMethod, [value])
    case 'class':
      return holder(p, OBJECT.classMethod, [value])
    case 'getter':
      return holder(p, OBJECT.property, [value, UNBOUND])
    case 'setter':
      return holder(p, OBJECT.property, [p.word(addressOf(earlier) + 1), value])
  }
}

function holder(p: Processor, kind: ObjectKind, parts: readonly Value[]): Value {
  const address = p.memory.allocate(kind, 1 + parts.length)
  parts.forEach((part, i) => p.memory.write(address + 1 + i, part))
  return fromAddress(address)
}

/** A new object of the class at `cls`, before `__init__`; `args` are what the class was called with. */
export function allocateObject(p: Processor, cls: number, args: readonly Value[]): number {
  const { root, objectSize } = classTableOf(p, cls)
  const address = p.memory.allocate(OBJECT[root], objectSize)
  switch (root) {
    case 'instance':
      p.memory.write(address + INSTANCE.class, fromAddress(cls))
      break
    case 'exception':
      p.memory.write(address + EXCEPTION.class, fromAddress(cls))
      p.memory.write(address + EXCEPTION.args, makeTuple(p.objects, args))
      break
    case 'thread':
      p.memory.write(address + THREAD_OBJECT.class, fromAddress(cls))
      p.memory.write(address + 6, UNBOUND)
  }
  return address
}
