/** Counts itself and is done: what is measured is how long it takes to get here. */
import { serveParked } from '../../src/live'

export interface StartMessage {
  readonly words: SharedArrayBuffer
  /** Stands for a compiled program. */
  readonly ballast: readonly number[]
}

serveParked(() => {
  let words = new Int32Array(new SharedArrayBuffer(4))
  return {
    receive: (message) => (words = new Int32Array((message as StartMessage).words)),
    run() {
      Atomics.add(words, 0, 1)
      Atomics.notify(words, 0)
    },
  }
})
