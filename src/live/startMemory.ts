/**
 * What a worker leaves behind while it starts: Node's own setting up and the reading of the bundle make more garbage
 * than a parked worker needs memory, and V8 keeps it, since nothing asks for room while the worker sleeps.
 */
import { setFlagsFromString } from 'node:v8'

/** On the main thread, before workers start that call `collectStart`: lets them reach V8's collector. */
export function exposeCollector(): void {
  setFlagsFromString('--expose-gc')
}

/**
 * In a worker that has read its code and will park: gives the memory back, a quarter of all it has. Cost: some 15 ms,
 * once. Does nothing in a runtime that exposes no collector.
 */
export function collectStart(): void {
  // Any other flavour leaves V8 the pages that it has emptied.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
