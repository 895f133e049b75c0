/** A worker that does nothing: what Node itself needs for one. */
import { parentPort } from 'node:worker_threads'

parentPort?.postMessage('ready')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
