/** Entry of a pool's worker: runs threads of a program, one at a time, on the shared memory of the run. */
import {
  Interpreter,
  LimitError,
  programNames,
  StopSignal,
  THREAD,
  threadAddress,
} from '../engine/machine'
import { ChargingStore } from './chargingStoreAdapter'
import { EventWriter } from './eventRing'
import { LiveKernel } from './liveKernel'
import { serveParked, type WorkerLink } from './parkedWorkerAdapter'
import { rehearseDeadlock } from './rehearsal'
import { openRunMemory, type RunWords } from './runMemory'
import type { LiveRunMessage, LiveWorkerMessage } from './runMessage'
import { SharedMemory } from './sharedMemory'

/** A run that this worker takes part in. */
interface Enlistment {
  readonly message: LiveRunMessage
  readonly words: RunWords
}

/** The thread's interpreter, with everything it stands on. */
function createInterpreter(
  { message, words }: Enlistment,
  thread: number,
  link: WorkerLink,
  store: ChargingStore,
): Interpreter {
  const memory = new SharedMemory(words.heap, thread)
  return new Interpreter({
    program: message.program,
    memory,
    objects: { memory, names: programNames(message.program) },
    constants: message.constants,
    kernel: new LiveKernel({
      words,
      poolWords: link.words,
      thread,
      startMs: message.startMs,
      store,
      post: (m: LiveWorkerMessage) => link.post(m),
    }),
    recorder: new EventWriter(words, thread),
    limits: message.limits,
  })
}

/** The memory of the run before is opened already. */
function enlist(message: LiveRunMessage, before: Enlistment | undefined): Enlistment {
  const isSame = before?.message.memory.number === message.memory.number
  return { message, words: isSame ? before.words : openRunMemory(message.memory) }
}

function runThread(run: Enlistment, thread: number, link: WorkerLink): void {
  const store = new ChargingStore(run.message.folder)
  const interpreter = createInterpreter(run, thread, link, store)
  try {
    interpreter.load(thread)
    interpreter.run()
  } catch (error) {
    if (error instanceof LimitError) {
      const { code, limit, subject: name } = error
      link.post({ kind: 'limit', code, limit, name, pc: Math.max(0, interpreter.pc) })
    } else if (!(error instanceof StopSignal)) throw error
    // Where it stood is part of the verdict.
    interpreter.memory.write(threadAddress(thread) + THREAD.pc, interpreter.pc)
  } finally {
    store.close()
  }
}

serveParked((link) => {
  let current: Enlistment | undefined
  rehearseDeadlock()
  return {
    receive(message) {
      // Only the pool's host posts here; the message never leaves the process.
      current = enlist(message as LiveRunMessage, current)
    },
    run(thread) {
      if (current !== undefined) runThread(current, thread, link)
    },
  }
})
