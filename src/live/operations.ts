/**
 * The operations of live runs that are too slow in JavaScript, in WebAssembly on the memory of the run (ADR 0011):
 * atomic instructions there are instructions, not calls of `Atomics`, and their code is compiled once for all workers,
 * so that it is not cold when a deadlock happens. All addresses are in bytes.
 */
import { MAXIMUM_THREADS, WAIT } from '../engine/machine'
import {
  assemble,
  choose,
  define,
  drop,
  doWhile,
  i32,
  returnIf,
  type Code,
  type FunctionCode,
} from './assembler'
import {
  CONTROL,
  CONTROL_WORDS,
  WAIT_KIND_BITS,
  WAIT_RECORD,
  waitRecord,
  WALK_LIST_WORDS,
  walkOf,
} from './control'

export interface Operations {
  /**
   * Writes an event of EVENT_WORDS words at `at`, with the next sequence number of the run. Its head comes last, so that
   * an event whose thread was ended in the middle does not count.
   */
  readonly record: (at: number, head: number, place: number, value: number) => void
  /**
   * Enters in the wait table that `thread` waits: `wait` and `seen` are fields of its record. `fewer`: by how many threads
   * fewer are then busy.
   */
  readonly publish: (thread: number, wait: number, seen: number, fewer: number) => void
  /**
   * The length of the cycle through `thread` in the wait table, 0 if there is none; its threads then stand at the
   * beginning of `thread`'s walk, each before the one that it waits for. What is read, in which order, and why that suffices: `waitTable.ts`.
   */
  readonly findCycle: (thread: number) => number
}

const WORD = 4

function recordCode(): FunctionCode {
  return define(
    { parameters: ['at', 'head', 'place', 'value'], results: 0 },
    ({ at, head, place, value }) => [
      i32.store(at.get, i32.atomic.rmwAdd(i32.const(0), i32.const(1), WORD * CONTROL.sequence), 12),
      i32.store(at.get, value.get, 8),
      i32.store(at.get, place.get, 4),
      i32.store(at.get, head.get),
    ],
  )
}

/** Where a thread's wait record is, from that of thread 0 on. */
function recordOf(thread: Code): Code {
  return i32.mul(thread, i32.const(WORD * (waitRecord(1) - waitRecord(0))))
}

/** The address of a field of the record of thread 0. */
function first(field: number): number {
  return WORD * (waitRecord(0) + field)
}

function fieldOf(thread: Code, field: number): Code {
  return i32.atomic.load(recordOf(thread), first(field))
}

function publishCode(): FunctionCode {
  const { epoch, seen: seenField, wait: waitField } = WAIT_RECORD
  return define(
    { parameters: ['thread', 'wait', 'seen', 'fewer'], locals: ['record'], results: 0 },
    ({ thread, wait, seen, fewer, record }) => [
      record.set(recordOf(thread.get)),
      // Only the thread itself writes its record.
      i32.atomic.store(
        record.get,
        i32.add(i32.atomic.load(record.get, first(epoch)), i32.const(1)),
        first(epoch),
      ),
      i32.atomic.store(record.get, seen.get, first(seenField)),
      i32.atomic.store(record.get, wait.get, first(waitField)),
      drop(i32.atomic.rmwSub(i32.const(0), fewer.get, WORD * CONTROL.busyCount)),
    ],
  )
}

/** The thread that a wait without limit waits for: the holder of the lock, or who is to finish; else negative. */
function targetOf(wait: Code): Code {
  const kind = i32.and(wait, i32.const((1 << WAIT_KIND_BITS) - 1))
  const object = i32.shrU(wait, i32.const(WAIT_KIND_BITS))
  // A lock's word: 0 when it is free, else (thread + 1) << 1 and the mark.
  const state = i32.atomic.load(i32.mul(object, i32.const(WORD)), WORD * CONTROL_WORDS)
  const holder = i32.sub(i32.shrU(state, i32.const(1)), i32.const(1))
  return choose(
    i32.eq(kind, i32.const(WAIT.lock)),
    holder,
    choose(i32.eq(kind, i32.const(WAIT.join)), object, i32.const(-1)),
  )
}

/** From a thread in a walk to the number of its wait. */
const EPOCHS = WORD * WALK_LIST_WORDS

function findCycleCode(): FunctionCode {
  return define(
    { parameters: ['thread'], locals: ['walk', 'entry', 'end', 'current', 'wait'], results: 1 },
    ({ thread, walk, entry, end, current, wait }) => [
      walk.set(i32.mul(thread.get, i32.const(WORD * (walkOf(1) - walkOf(0))))),
      walk.set(i32.add(walk.get, i32.const(WORD * walkOf(0)))),

      entry.set(walk.get),
      end.set(i32.add(walk.get, i32.const(WORD * MAXIMUM_THREADS))),
      current.set(thread.get),
      doWhile(
        [
          i32.store(entry.get, current.get),
          i32.store(entry.get, fieldOf(current.get, WAIT_RECORD.epoch), EPOCHS),
          wait.set(fieldOf(current.get, WAIT_RECORD.wait)),
          current.set(targetOf(wait.get)),
          entry.set(i32.add(entry.get, i32.const(WORD))),
          returnIf(i32.ltS(current.get, i32.const(0)), i32.const(0)),
        ],
        i32.and(i32.ne(current.get, thread.get), i32.ne(entry.get, end.get)),
      ),
      // Else it runs in a circle that `thread` only leads to.
      returnIf(i32.ne(current.get, thread.get), i32.const(0)),

      // Closes the list, so that the last is compared with the first as any with the next.
      i32.store(entry.get, thread.get),
      i32.store(entry.get, i32.load(walk.get, EPOCHS), EPOCHS),
      end.set(entry.get),
      entry.set(walk.get),
      wait.set(fieldOf(thread.get, WAIT_RECORD.wait)),
      doWhile(
        [
          entry.set(i32.add(entry.get, i32.const(WORD))),
          current.set(i32.load(entry.get)),
          returnIf(i32.ne(targetOf(wait.get), current.get), i32.const(0)),
          wait.set(fieldOf(current.get, WAIT_RECORD.wait)),
          returnIf(
            i32.ne(fieldOf(current.get, WAIT_RECORD.epoch), i32.load(entry.get, EPOCHS)),
            i32.const(0),
          ),
        ],
        i32.ne(entry.get, end.get),
      ),
      i32.shrU(i32.sub(end.get, walk.get), i32.const(2)),
    ],
  )
}

let compiled: WebAssembly.Module | undefined

/** The module that exports the operations. Compiled once in a process: a worker is sent it with the memory. */
export function compileOperations(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(
    assemble({ record: recordCode(), publish: publishCode(), findCycle: findCycleCode() }),
  )
  return compiled
}

/** The operations on one memory that is laid out as `runMemory.ts` says. */
export function createOperations(code: WebAssembly.Module, memory: WebAssembly.Memory): Operations {
  const { record, publish, findCycle } = new WebAssembly.Instance(code, { run: { memory } }).exports
  if (
    typeof record !== 'function' ||
    typeof publish !== 'function' ||
    typeof findCycle !== 'function'
  )
    throw new TypeError('not the module of `compileOperations`')
  // What they take and give is what their code declares.
  return {
    record: record as Operations['record'],
    publish: publish as Operations['publish'],
    findCycle: findCycle as Operations['findCycle'],
  }
}
