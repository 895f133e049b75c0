/**
 * What other threads than the main one can reach from where they stand: objects, found by following every word that may
 * be a reference. Too many at worst, never too few.
 */
import { OPERATIONS, type Program } from '../bytecode'
import {
  globalAddress,
  isPointer,
  MACHINE,
  SIZE_SHIFT,
  THREAD,
  THREAD_WORDS,
  threadAddress,
} from '../machine'
import type { ExploredMachine } from './exploredMachine'

const GLOBAL_OPERATIONS: ReadonlySet<number> = new Set([
  OPERATIONS.loadGlobal.code,
  OPERATIONS.storeGlobal.code,
  OPERATIONS.deleteGlobal.code,
])

/** Addresses of all objects of all threads, each with its size in words. Cost: the memory in use. */
export function objectsOf({ memory, threadCount }: ExploredMachine): Map<number, number> {
  const objects = new Map<number, number>()
  const { raw: words } = memory
  for (let thread = 0; thread < threadCount; thread++) {
    const control = threadAddress(thread)
    const end = words[control + THREAD.arenaNext] as number
    for (let a = words[control + THREAD.stackEnd] as number; a < end;) {
      const size = (words[a] as number) >>> SIZE_SHIFT
      if (size > 0) objects.set(a, size)
      a += Math.max(1, size)
    }
  }
  return objects
}

/** Addresses of the objects that threads other than the main one can reach. */
export function reachedByOthers(
  machine: ExploredMachine,
  objects: ReadonlyMap<number, number>,
): Set<number> {
  const { raw: words } = machine.memory
  const reached = new Set<number>()
  const pending: number[] = []
  const look = (word: number): void => {
    const address = word >>> 1
    if (!isPointer(word) || reached.has(address) || !objects.has(address)) return
    reached.add(address)
    pending.push(address)
  }
  for (const address of rootsOf(machine)) look(words[address] as number)
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const end = next + (objects.get(next) ?? 0)
    for (let a = next + 1; a < end; a++) look(words[a] as number)
  }
  return reached
}

/**
 * Words from which they can get on: the machine's, globals that functions name, their control blocks, stacks and objects,
 * and what they were given. That a control block names its thread object is of no use to a program.
 */
function* rootsOf({
  memory: { raw: words },
  threadCount,
  program,
}: ExploredMachine): Iterable<number> {
  yield* range(MACHINE.nextChunk, threadAddress(0))
  for (const global of globalsOfFunctions(program)) yield globalAddress(global)
  for (let thread = 1; thread < threadCount; thread++) {
    const control = threadAddress(thread)
    for (let at = 0; at < THREAD_WORDS; at++) if (at !== THREAD.object) yield control + at
    const field = (of: number): number => words[control + of] as number
    yield* range(field(THREAD.stackStart), field(THREAD.top))
    yield* range(field(THREAD.stackEnd), field(THREAD.arenaNext))
    const object = field(THREAD.object) >>> 1
    yield* range(object + 1, object + ((words[object] as number) >>> SIZE_SHIFT))
  }
}

/** Globals that something else than the module body names. */
function globalsOfFunctions({ code, functions }: Program): Set<number> {
  const globals = new Set<number>()
  const body = functions[0]
  for (const [at, instruction] of code.entries()) {
    const isBody = body !== undefined && at >= body.entry && at < body.end
    if (!isBody && GLOBAL_OPERATIONS.has(instruction & 0xff)) globals.add(instruction >>> 8)
  }
  return globals
}

function* range(from: number, to: number): Iterable<number> {
  for (let at = from; at < to; at++) yield at
}
