/** Entry of the worker that explores programs. */
import { parentPort } from 'node:worker_threads'
import { assert } from '../base'
import { Exploration } from '../engine/explore'
import { serveExplorations } from './exploreService'

assert(parentPort !== null, 'runs on a worker thread')
serveExplorations(
  parentPort,
  (program, { states }) => new Exploration(program, { maxStates: states }),
)
