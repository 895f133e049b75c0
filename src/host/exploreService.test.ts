import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Exploration } from '../engine/explore'
import type { Program } from '../engine/bytecode'
import { compileSource } from './labEngine'
import type { ExploreAnswer, ExploreMessage } from './exploreMessage'
import { serveExplorations, type SlicedSearch } from './exploreService'

const compilation = compileSource('x = 1\n')
const PROGRAM: Program = compilation.kind === 'refused' ? fail() : compilation.program

function fail(): never {
  throw new Error('refused')
}

/** Serves one exploration by `search`; answers what the worker's side says. */
function serve(
  search: SlicedSearch,
  isCancelled = new Int32Array(1),
): Promise<readonly ExploreAnswer[]> {
  return new Promise((resolve) => {
    const answers: ExploreAnswer[] = []
    const port = Object.assign(new EventEmitter(), {
      postMessage(answer: ExploreAnswer) {
        answers.push(answer)
        if (answer.kind !== 'exploring') resolve(answers)
      },
    })
    serveExplorations(port, () => search)
    const message: ExploreMessage = { program: PROGRAM, options: { states: 100 }, isCancelled }
    port.emit('message', message)
  })
}

/** A search of `slices` slices, which does `onSlice` in each and keeps how many states it was allowed. */
function slicedSearch(slices: number, onSlice: (slice: number) => void) {
  const real = new Exploration(PROGRAM)
  const allowed: number[] = []
  let isCancelled = false
  const search: SlicedSearch = {
    advance(most) {
      allowed.push(most)
      onSlice(allowed.length)
      return isCancelled || allowed.length >= slices
    },
    cancel: () => (isCancelled = true),
    progress: () => real.progress(),
    result() {
      real.cancel()
      return real.result()
    },
  }
  return { search, allowed }
}

afterEach(() => vi.restoreAllMocks())

describe('the worker’s side of an exploration', () => {
  it('looks whether it is cancelled after every slice, and no slice is larger than 64 states', async () => {
    const isCancelled = new Int32Array(1)
    const { search, allowed } = slicedSearch(1000, (slice) => {
      if (slice === 3) isCancelled[0] = 1
    })
    const answers = await serve(search, isCancelled)
    expect(allowed).toHaveLength(4)
    expect(Math.max(...allowed)).toBeLessThanOrEqual(64)
    expect(answers.map(({ kind }) => kind)).toEqual(['explored'])
  })

  it('lets no more than one state be expanded at once where that takes long', async () => {
    let nowMs = 0
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
    const { search, allowed } = slicedSearch(6, () => (nowMs += 100))
    await serve(search)
    expect(allowed).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('tells how far it is at least four times a second, as long as slices are short', async () => {
    let nowMs = 0
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
    const { search } = slicedSearch(1000, () => (nowMs += 10))
    const told = (await serve(search)).filter(({ kind }) => kind === 'exploring')
    expect(told.length / (nowMs / 1000)).toBeGreaterThanOrEqual(4)
  })

  it('says why a search failed', async () => {
    const { search } = slicedSearch(10, () => {
      throw new Error('out of memory')
    })
    expect(await serve(search)).toEqual([{ kind: 'failed', message: 'out of memory' }])
  })
})
