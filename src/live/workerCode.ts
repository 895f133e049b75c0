/**
 * The code of a pool's workers, read and compiled once for all of them. A worker that parsed its bundle by itself would
 * take longer to start and keep 2.5 MiB more: the parser's memory is given back to the allocator, which does not give it
 * back to the system (`bench/pool.bench.ts` weighs an idle worker).
 *
 * V8 can only be handed the compiled code of scripts, so the bundle is one, in CommonJS.
 */
import { readFileSync } from 'node:fs'
import { compileFunction } from 'node:vm'

/** What a worker needs to run the bundle. */
export interface WorkerCode {
  readonly file: string
  readonly source: string
  /** V8's own form of it, in shared memory. A worker whose V8 rejects it compiles the source. */
  readonly compiled: Uint8Array
}

/** Names that a CommonJS bundle takes as given. */
const PARAMETERS = ['require', '__filename'] as const

/**
 * @param file bundle of the worker, in CommonJS
 * @throws the system's error when it cannot be read, SyntaxError when it is no script. Cost: some 10 ms.
 */
export function compileWorker(file: string): WorkerCode {
  // What was bundled are modules, which are strict.
  const source = `'use strict';${readFileSync(file, 'utf8')}`
  const options = { filename: file, produceCachedData: true }
  const { cachedData } = compileFunction(source, PARAMETERS, options)
  const length = cachedData?.length ?? 0
  const compiled = new Uint8Array(new SharedArrayBuffer(length))
  if (cachedData !== undefined) compiled.set(cachedData)
  return { file, source, compiled }
}

/** The script that a worker starts with; its `workerData` carries the code as `code`. */
export const BOOT = `
  const { file, source, compiled } = require('node:worker_threads').workerData.code
  const options = { filename: file, cachedData: compiled }
  const run = require('node:vm').compileFunction(source, ${JSON.stringify(PARAMETERS)}, options)
  run(require('node:module').createRequire(file), file)`
