import { describe, expect, it } from 'vitest'
import { VIOLATION_KINDS } from '../engine/explore'
import type {
  ExplorationProgress as EngineProgress,
  ExplorationResult as EngineResult,
} from '../engine/explore'
import { EXPLORED_KINDS, type ExplorationProgress, type ExplorationResult } from './exploration'

describe('the contract of an exploration', () => {
  it('has the kinds of violation of the engine, in its order', () => {
    expect(EXPLORED_KINDS).toEqual(VIOLATION_KINDS)
  })

  it('has the shape of the engine’s result and progress: the types say so', () => {
    type Plain<T> = { -readonly [K in keyof T]: Plain<T[K]> }
    const result = (from: Plain<EngineResult>): ExplorationResult => from
    const progress = (from: EngineProgress): Omit<ExplorationProgress, 'seconds'> => from
    expect([result, progress]).toHaveLength(2)
  })
})
