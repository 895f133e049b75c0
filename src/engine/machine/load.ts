/** Puts a program into a fresh memory: built-ins, modules, constants, the main thread. */
import { MODULES, type Constant, type Program } from '../bytecode'
import { BugError } from '../../base'
import { BUILTINS, builtinIndex } from './builtins'
import {
  FRAME,
  globalAddress,
  MACHINE,
  OBJECT,
  SIZE_SHIFT,
  STACK_WORDS,
  THREAD,
  THREAD_OBJECT,
  threadAddress,
  THREAD_STATUS,
} from './layout'
import type { Memory } from './memory'
import { fromBigInt, fromBytes, fromFloat, fromText, makeTuple, type Objects } from './objects'
import { fromAddress, fromBoolean, NONE, type Value } from './value'

/** Words of a built-in or module object. */
const STATIC_OBJECT_WORDS = 2

function builtinsStart(program: Program): number {
  return globalAddress(program.globals.length)
}

/** The value of built-in `index`: the same in every memory of the program. */
export function builtinValue(program: Program, index: number): Value {
  return fromAddress(builtinsStart(program) + STATIC_OBJECT_WORDS * index)
}

/** The value of module `index` of MODULES. */
export function moduleValue(program: Program, index: number): Value {
  return fromAddress(builtinsStart(program) + STATIC_OBJECT_WORDS * (BUILTINS.length + index))
}

/** Address of the object of a module, which stands for what its functions share. */
export function moduleAddress(program: Program, module: string | undefined): number {
  return (
    moduleValue(
      program,
      MODULES.findIndex((name) => name === module),
    ) >>> 1
  )
}

/** First word that chunks may use. */
export function staticEnd(program: Program): number {
  return builtinsStart(program) + STATIC_OBJECT_WORDS * (BUILTINS.length + MODULES.length)
}

/** Name of the main thread, as in CPython. */
export const MAIN_THREAD_NAME = 'MainThread'

/**
 * Fills `memory` (all zero, at least `staticEnd` words long) and returns the values of the program's constants. The main
 * thread stands at the first instruction of the module body.
 */
export function loadProgram(program: Program, memory: Memory, objects: Objects): Int32Array {
  memory.write(MACHINE.nextChunk, staticEnd(program))
  memory.arena = 0
  BUILTINS.forEach((_, index) => {
    writeStatic(memory, builtinValue(program, index) >>> 1, OBJECT.builtin, index)
  })
  MODULES.forEach((_, index) => {
    writeStatic(memory, moduleValue(program, index) >>> 1, OBJECT.module, index)
  })
  prepareMainThread(program, memory, objects)
  return Int32Array.from(program.constants, (c) => constantValue(program, objects, c))
}

function writeStatic(memory: Memory, address: number, kind: number, index: number): void {
  memory.write(address, kind | (STATIC_OBJECT_WORDS << SIZE_SHIFT))
  memory.write(address + 1, index)
}

function constantValue(program: Program, objects: Objects, constant: Constant): Value {
  switch (constant.type) {
    case 'none':
      return NONE
    case 'bool':
      return fromBoolean(constant.value)
    case 'int':
      return fromBigInt(objects, constant.value)
    case 'float':
      return fromFloat(objects, constant.value)
    case 'bytes':
      return fromBytes(objects, constant.value)
    case 'string':
      return fromText(objects, constant.value)
    case 'tuple':
      return makeTuple(
        objects,
        constant.items.map((item) => constantValue(program, objects, item)),
      )
    case 'builtin': {
      const index = builtinIndex(constant.name)
      if (index === undefined) throw new BugError(`no built-in ${constant.name}`)
      return builtinValue(program, index)
    }
  }
}

/** Gives thread `number` an empty stack; its control block is written except for what it runs. */
export function prepareStack(memory: Memory, number: number): number {
  const words = memory.stackWords ?? STACK_WORDS
  const stack = memory.reserve(words, number)
  const control = threadAddress(number)
  memory.write(control + THREAD.status, THREAD_STATUS.running)
  memory.write(control + THREAD.stackStart, stack)
  memory.write(control + THREAD.stackEnd, stack + words)
  return stack
}

function prepareMainThread(program: Program, memory: Memory, objects: Objects): void {
  const stack = prepareStack(memory, 0)
  const control = threadAddress(0)
  memory.write(MACHINE.threadCount, 1)
  memory.write(MACHINE.unfinishedCount, 1)
  memory.write(control + THREAD.frame, stack)
  const body = program.functions[0]
  if (body === undefined) throw new BugError('a program has a module body')
  memory.write(control + THREAD.top, stack + FRAME.locals + body.locals.length)
  memory.write(control + THREAD.pc, body.entry)
  const name = fromText(objects, MAIN_THREAD_NAME)
  const thread = memory.allocate(OBJECT.thread, THREAD_OBJECT.slots)
  memory.write(thread + 1, NONE)
  memory.write(thread + 2, makeTuple(objects, []))
  memory.write(thread + 3, name)
  memory.write(thread + 4, 1)
  memory.write(thread + 6, NONE)
  memory.write(control + THREAD.object, fromAddress(thread))
}
