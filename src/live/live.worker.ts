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
import type { LiveRunMessage, LiveWorkerMessage } from './runMessage'
import { SharedMemory } from './sharedMemory'

/** The thread's interpreter, with everything it stands on. */
function createInterpreter(
  message: LiveRunMessage,
  thread: number,
  link: WorkerLink,
  store: ChargingStore,
): Interpreter {
  const memory = new SharedMemory(message.heap, thread)
  const control = new Int32Array(message.control)
  return new Interpreter({
    program: message.program,
    memory,
    objects: { memory, names: programNames(message.program) },
    constants: message.constants,
    kernel: new LiveKernel({
      heap: memory.words,
      control,
      poolWords: link.words,
      thread,
      startMs: message.startMs,
      store,
      post: (m: LiveWorkerMessage) => link.post(m),
    }),
    recorder: new EventWriter(new Int32Array(message.events), control, thread),
    limits: message.limits,
  })
}

function runThread(message: LiveRunMessage, thread: number, link: WorkerLink): void {
  const store = new ChargingStore(message.folder)
  const interpreter = createInterpreter(message, thread, link, store)
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
  let current: LiveRunMessage | undefined
  rehearseDeadlock()
  return {
    receive(message) {
      // Only the pool's host posts here; the message never leaves the process.
      current = message as LiveRunMessage
    },
    run(thread) {
      if (current !== undefined) runThread(current, thread, link)
    },
  }
})
