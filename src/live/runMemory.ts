/**
 * The memory of live runs: control words, heap and events in one shared WebAssembly memory, so that JavaScript
 * and `operations.ts` work on the same words. Taken from the system only as it is written; used for one run after another.
 */
import { CONTROL_WORDS } from './control'
import { compileOperations, createOperations, type Operations } from './operations'

const BYTES = Int32Array.BYTES_PER_ELEMENT
const PAGE_BYTES = 65_536

/** What is sent to a worker. */
export interface RunMemory {
  /** Names it among the memories of the process. */
  readonly number: number
  readonly memory: WebAssembly.Memory
  readonly code: WebAssembly.Module
  readonly heapWords: number
  readonly eventWords: number
}

let created = 0

/** All words are zero. */
export function createRunMemory(heapWords: number, eventWords: number): RunMemory {
  const pages = Math.ceil(((CONTROL_WORDS + heapWords + eventWords) * BYTES) / PAGE_BYTES)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  return { number: ++created, memory, code: compileOperations(), heapWords, eventWords }
}

/** A memory as one worker uses it. */
export interface RunWords extends Operations {
  /** Addresses of `control.ts`. */
  readonly control: Int32Array
  /** Addresses of the machine. */
  readonly heap: Int32Array
  /** See `eventRing.ts`. */
  readonly events: Int32Array
}

/**
 * To be called once per worker and memory: V8 builds a call of an operation into the caller only while that always
 * calls the same instance, and that is ten times as fast.
 */
export function openRunMemory({ memory, code, heapWords, eventWords }: RunMemory): RunWords {
  const { buffer } = memory
  const words = (start: number, length: number): Int32Array =>
    new Int32Array(buffer, start * BYTES, length)
  return {
    control: words(0, CONTROL_WORDS),
    heap: words(CONTROL_WORDS, heapWords),
    events: words(CONTROL_WORDS + heapWords, eventWords),
    ...createOperations(code, memory),
  }
}
