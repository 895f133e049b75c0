/**
 * Names for what a program made: walks from the globals (then from what threads were given) and calls each object by
 * the shortest way to reach it, as a person would: `status_lock`, `accounts[1]`; an object whose attribute `name` is a
 * string is called that (`Cuenta-1`), and a lock in an attribute `lock` is called like its object. Pure: reads the
 * memory at the end of a run. Breadth first in a fixed order, so equal memories give equal names.
 */
import { PRIMITIVES } from '../../base'
import { FUNCTION_DEFAULTS } from './arguments'
import { classTables, type ClassTable } from './classTables'
import {
  globalAddress,
  MACHINE,
  OBJECT,
  SIZE_SHIFT,
  THREAD,
  THREAD_OBJECT,
  threadAddress,
} from './layout'
import { isTimer, kindOf, repr, textOf, tupleItems, typeName, type Objects } from './objects'
import { primitiveTypeAt, rootOf } from './primitives'
import { MODULES, type Program } from '../bytecode'
import type { Place } from '../trace'
import { addressOf, fromAddress, isPointer, UNBOUND, type Value } from './value'

export interface Labels {
  /** Name of an object, or undefined when nothing leads to it. */
  object(address: number): string | undefined
  /** The place at a word or object address. */
  place(address: number): Place
}

interface Visit {
  readonly value: Value
  readonly path: string
  /** The object that holds it and in which attribute, where it is one. */
  readonly holder: { readonly label: string; readonly attribute: string } | undefined
}

class Labelling implements Labels {
  private readonly names = new Map<number, string>()
  private readonly places = new Map<number, Place>()
  private readonly classes: readonly ClassTable[]
  private queue: Visit[] = []

  constructor(
    private readonly program: Program,
    private readonly objects: Objects,
  ) {
    this.classes = classTables(program)
    program.globals.forEach((global, index) => {
      const address = globalAddress(index)
      this.places.set(address, { kind: 'global', name: global.name })
      this.visit(this.word(address), global.name, undefined)
    })
    this.drain()
    this.visitThreads()
    this.drain()
  }

  object(address: number): string | undefined {
    return this.names.get(address)
  }

  place(address: number): Place {
    const known = this.places.get(address)
    if (known !== undefined) return known
    const place = this.unnamed(address)
    this.places.set(address, place)
    return place
  }

  private word(address: number): number {
    return this.objects.memory.word(address)
  }

  private visit(value: Value, path: string, holder: Visit['holder']): void {
    if (isPointer(value) && !this.names.has(addressOf(value))) {
      this.queue.push({ value, path, holder })
    }
  }

  private drain(): void {
    while (this.queue.length > 0) {
      const wave = this.queue
      this.queue = []
      for (const visit of wave) this.name(visit)
    }
  }

  /** What was handed to threads but is in no global: called like the parameter that takes it. */
  private visitThreads(): void {
    for (let thread = 0; thread < this.word(MACHINE.threadCount); thread++) {
      const object = this.word(threadAddress(thread) + THREAD.object)
      if (!isPointer(object)) continue
      const target = this.word(addressOf(object) + 1)
      const isBound = kindOf(this.objects.memory, target) === OBJECT.boundMethod
      const callable = isBound ? this.word(addressOf(target) + 2) : target
      if (!isBound) this.visit(callable, '', undefined)
      if (isBound) this.visit(this.word(addressOf(target) + 1), 'self', undefined)
      const isFunction = kindOf(this.objects.memory, callable) === OBJECT.function
      if (isTimer(this.objects, object)) {
        const [finished = UNBOUND] = tupleItems(
          this.objects.memory,
          this.word(addressOf(object) + 2),
        )
        const name = textOf(this.objects.memory, this.word(addressOf(object) + 3))
        this.visit(finished, `${name}.finished`, undefined)
      }
      const code = isFunction
        ? this.program.functions[this.word(addressOf(callable) + 1)]
        : undefined
      tupleItems(this.objects.memory, this.word(addressOf(object) + 2)).forEach((value, i) => {
        const parameter = code?.parameters[i + (isBound ? 1 : 0)]
        this.visit(value, parameter ?? `args[${String(i)}]`, undefined)
      })
    }
  }

  private name({ value, path, holder }: Visit): void {
    const address = addressOf(value)
    if (this.names.has(address)) return
    switch (kindOf(this.objects.memory, value)) {
      case OBJECT.instance:
        this.nameInstance(address, path)
        return
      case OBJECT.thread:
        this.nameThread(address)
        return
      case OBJECT.class:
        this.nameClass(address, path)
        return
      case OBJECT.list:
      case OBJECT.deque:
      case OBJECT.tuple:
        this.nameSequence(address, value, path)
        return
      case OBJECT.dict:
        this.nameDict(address, path)
        return
      case OBJECT.set:
        this.nameContainer(address, path)
        return
      case OBJECT.lock:
      case OBJECT.rlock:
        this.nameLock(address, path, holder)
        return
      case OBJECT.primitive:
        this.namePrimitive(address, path)
        return
      case OBJECT.database:
        this.nameDatabase(address, path)
        return
      case OBJECT.boundMethod:
        this.visit(this.word(address + 1), path, undefined)
        return
      case OBJECT.partial:
        this.visit(this.word(address + 1), path, undefined)
        this.visit(this.word(address + 2), `${path}.args`, undefined)
        this.visit(this.word(address + 3), `${path}.keywords`, undefined)
        return
      case OBJECT.function:
        this.names.set(address, path)
        this.nameCells(address)
        return
      case OBJECT.cell:
        this.nameCell(address)
        return
      default:
    }
  }

  /** The variables that a function shares with functions around it. */
  private nameCells(fn: number): void {
    const code = this.program.functions[this.word(fn + 1)]
    if (code === undefined) return
    const first = fn + FUNCTION_DEFAULTS + code.defaultCount + code.keywordDefaults.length
    for (let i = 0; i < code.freeCount; i++) this.visit(this.word(first + i), '', undefined)
  }

  /** `counter.count`: the variable of the function that owns it; numbered when several calls made one. */
  private nameCell(address: number): void {
    const owner = this.program.functions[this.word(address + 2)]
    const variable = owner?.locals[this.word(address + 3)] ?? ''
    const label = owner?.qualifiedName.replaceAll('.<locals>', '') ?? ''
    const plain = `${label}.${variable}`
    let name = plain
    for (let n = 2; this.isTaken(name); n++) name = `${plain}#${String(n)}`
    this.names.set(address, name)
    this.places.set(address + 1, { kind: 'attribute', name, object: label, attribute: variable })
    this.visit(this.word(address + 1), variable, undefined)
  }

  private nameContainer(address: number, path: string): void {
    this.names.set(address, path)
    this.places.set(address, { kind: 'container', name: path })
  }

  private nameInstance(address: number, path: string): void {
    const table = this.classes[this.word(addressOf(this.word(address + 1)) + 1)]
    if (table === undefined) return
    const label = this.ownName(address, table) ?? path
    this.names.set(address, label)
    for (const symbol of table.code.instanceSlots) {
      const slot = address + (table.slots[symbol] ?? 0)
      if (slot > address) this.nameAttribute(slot, label, this.program.symbols[symbol] ?? '')
    }
  }

  /** A thread of a class of the program: its attributes by its name, and what it was given. */
  private nameThread(address: number): void {
    const name = this.word(address + 3)
    const cls = this.word(address + THREAD_OBJECT.class)
    const table = cls === UNBOUND ? undefined : this.classes[this.word(addressOf(cls) + 1)]
    if (table === undefined || kindOf(this.objects.memory, name) !== OBJECT.string) return
    const label = textOf(this.objects.memory, name)
    this.names.set(address, label)
    for (const symbol of table.code.instanceSlots) {
      const slot = address + (table.slots[symbol] ?? 0)
      if (slot > address) this.nameAttribute(slot, label, this.program.symbols[symbol] ?? '')
    }
  }

  private nameAttribute(address: number, label: string, attribute: string): void {
    const name = `${label}.${attribute}`
    this.places.set(address, { kind: 'attribute', name, object: label, attribute })
    this.visit(this.word(address), name, { label, attribute })
  }

  /** The object's attribute `name`, if that is a non-empty string no other object is called by. */
  private ownName(address: number, table: ClassTable): string | undefined {
    const symbol = this.program.symbols.indexOf('name')
    const slot = symbol < 0 ? -1 : (table.slots[symbol] ?? -1)
    if (slot < 0) return undefined
    const value = this.word(address + slot)
    if (kindOf(this.objects.memory, value) !== OBJECT.string) return undefined
    const name = textOf(this.objects.memory, value)
    return name === '' || name.length > 40 || this.isTaken(name) ? undefined : name
  }

  private isTaken(name: string): boolean {
    for (const taken of this.names.values()) if (taken === name) return true
    return false
  }

  private nameClass(address: number, path: string): void {
    const table = this.classes[this.word(address + 1)]
    if (table === undefined) return
    this.names.set(address, path)
    table.members.forEach((member, symbol) => {
      const isAttribute = member >= 0 && (table.methods[symbol] ?? -1) < 0
      if (isAttribute)
        this.nameAttribute(address + member, path, this.program.symbols[symbol] ?? '')
    })
  }

  private nameSequence(address: number, value: Value, path: string): void {
    this.nameContainer(address, path)
    const isTuple = kindOf(this.objects.memory, value) === OBJECT.tuple
    const storage = isTuple ? address : addressOf(this.word(address + 2))
    if (storage === UNBOUND) return
    for (let i = 0; i < this.word(address + 1); i++) {
      this.nameElement(storage + 2 + i, path, String(i))
      this.visit(this.word(storage + 2 + i), `${path}[${String(i)}]`, undefined)
    }
    if (!isTuple) this.nameFormerItems(storage, path)
  }

  /** Items that are gone, and those of storages that were outgrown. */
  private nameFormerItems(newest: number, path: string): void {
    for (const storage of this.storages(newest)) {
      const capacity = (this.word(storage) >>> SIZE_SHIFT) - 2
      for (let i = 0; i < capacity; i++) this.nameElement(storage + 2 + i, path, String(i))
    }
  }

  /** `newest` and the storages that it replaced one after another. */
  private storages(newest: number): number[] {
    const found = [newest]
    const kind = this.word(newest) & 0xff
    for (let at = newest; (this.word(addressOf(this.word(at + 1))) & 0xff) === kind;) {
      at = addressOf(this.word(at + 1))
      found.push(at)
    }
    return found
  }

  private nameElement(address: number, object: string, key: string): void {
    if (this.places.has(address)) return
    this.places.set(address, { kind: 'element', name: `${object}[${key}]`, object, key })
  }

  private nameDict(address: number, path: string): void {
    this.nameContainer(address, path)
    const storage = addressOf(this.word(address + 2))
    if (storage === UNBOUND) return
    for (const at of this.storages(storage)) this.nameEntries(at, path, at === storage)
  }

  /** Also of entries that are gone, whose key stands in place of the value. */
  private nameEntries(storage: number, path: string, isCurrent: boolean): void {
    const end = storage + (this.word(storage) >>> SIZE_SHIFT)
    for (let entry = storage + 4 + this.word(storage + 3); entry + 2 < end; entry += 3) {
      const isPresent = this.word(entry + 1) !== UNBOUND
      const key = this.word(entry + (isPresent ? 1 : 2))
      if (key === UNBOUND) continue
      const text = repr(this.objects, key).slice(0, 40)
      this.nameElement(entry + 2, path, text)
      if (isCurrent && isPresent) this.visit(this.word(entry + 2), `${path}[${text}]`, undefined)
    }
  }

  private nameLock(address: number, path: string, holder: Visit['holder']): void {
    const isOfObject = holder?.attribute === 'lock' || holder?.attribute === '_lock'
    const name = isOfObject ? holder.label : path
    this.names.set(address, name)
    const isReentrant = kindOf(this.objects.memory, fromAddress(address)) === OBJECT.rlock
    this.places.set(address, {
      kind: 'lock',
      name,
      lock: isReentrant ? 'rlock' : 'lock',
      object: isOfObject ? holder.label : undefined,
    })
  }

  /** The lock of a condition is called like it, unless it has a name of its own. */
  private namePrimitive(address: number, path: string): void {
    this.names.set(address, path)
    const root = rootOf(this.objects.memory, address)
    if (root === address) this.places.set(address, this.primitivePlace(address, path))
    else this.visit(fromAddress(root), path, undefined)
    const { memory } = this.objects
    const lock = primitiveTypeAt(memory, address).ownLock?.(memory, address)
    if (lock !== undefined) this.visit(lock, path, undefined)
  }

  private primitivePlace(address: number, name: string): Place {
    return { kind: 'primitive', name, type: typeName(this.objects, fromAddress(address)) }
  }

  private nameDatabase(address: number, path: string): void {
    const rows = addressOf(this.word(address + 3))
    this.names.set(address, path)
    if (!this.places.has(rows)) {
      this.places.set(rows, {
        kind: 'database',
        name: textOf(this.objects.memory, this.word(address + 1)),
      })
    }
  }

  /** A place that nothing leads to any more: garbage of the program, or an outgrown storage. */
  private unnamed(address: number): Place {
    const header = this.word(address) & 0xff
    const isObject = this.word(address) >>> SIZE_SHIFT >= 2
    if (isObject && (header === OBJECT.lock || header === OBJECT.rlock)) {
      const name = `lock-${String(this.word(address + 2))}`
      const lock = header === OBJECT.rlock ? 'rlock' : 'lock'
      return { kind: 'lock', name, lock, object: undefined }
    }
    const isPrimitive = header === OBJECT.primitive && this.word(address + 1) in PRIMITIVES
    if (isObject && isPrimitive) {
      const root = rootOf(this.objects.memory, address)
      if (root !== address) return this.place(root)
      const type = typeName(this.objects, fromAddress(address))
      return this.primitivePlace(address, `${type}#${String(address)}`)
    }
    if (isObject && header === OBJECT.database) {
      return { kind: 'database', name: textOf(this.objects.memory, this.word(address + 1)) }
    }
    if (isObject && header === OBJECT.module) {
      return { kind: 'container', name: MODULES[this.word(address + 1)] ?? '' }
    }
    return { kind: 'container', name: `#${String(address)}` }
  }
}

/** Labels of everything that can be reached in the memory of `objects`. Cost: linear in the reachable objects. */
export function labelObjects(program: Program, objects: Objects): Labels {
  return new Labelling(program, objects)
}
