/** Entry of the workers that explore programs: one leads and answers to the host, others help it with large searches. */
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '../base'
import { assist, Exploration } from '../engine/explore'
import { channelOf, createCrew, type AssistantData } from './crew'
import { serveExplorations } from './exploreService'

/** The thread that starts this one says by this whether it is to help. */
const data = workerData as AssistantData | null | undefined

if (data === null || data === undefined) {
  assert(parentPort !== null, 'runs on a worker thread')
  serveExplorations(parentPort, (program, { states }) => {
    const crew = createCrew(new URL(import.meta.url))
    return new Exploration(program, { maxStates: states, crew })
  })
} else assist(data.assignment, channelOf(data.port))
