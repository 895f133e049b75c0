import type { Diagnostic, ExplorationProgress, ProgramInput, RunOptions } from '../contract'
import type { ExplorationResult } from '../engine/explore'
import type { Engine, EngineExplorationStart, EngineResult, RunProgress } from './engine'

/** A run of the fake engine, in the hands of the test. */
export interface FakeRun {
  readonly program: ProgramInput
  readonly options: RunOptions
  readonly folder: string
  isStopped: boolean
  progress(progress: RunProgress): void
  finish(result?: Partial<EngineResult>): void
  fail(error: Error): void
}

/** An exploration of the fake engine, in the hands of the test. */
export interface FakeExploration {
  readonly program: ProgramInput
  isCancelled: boolean
  progress(progress: ExplorationProgress): void
  finish(result?: Partial<ExplorationResult>): void
  fail(error: Error): void
}

export interface FakeEngine extends Engine {
  readonly runs: FakeRun[]
  readonly explorations: FakeExploration[]
  isClosed: boolean
  /** The next programs are refused with these, when there are any. */
  diagnostics: Diagnostic[]
  /** The run started last. */
  last(): FakeRun
}

export const DIAGNOSTIC: Diagnostic = {
  code: 'syntax',
  severity: 'error',
  from: 0,
  to: 1,
  line: 1,
  column: 1,
  params: { found: '=' },
}

export const RESULT: EngineResult = {
  outcome: { kind: 'finished' },
  output: 'hello\n',
  trace: new Uint8Array([1, 2, 3]),
  events: 3,
  seconds: 0.5,
  detectedAfterMs: undefined,
  rows: undefined,
}

export const EXPLORED: ExplorationResult = {
  verdict: 'safe',
  isComplete: true,
  bound: undefined,
  undecided: [],
  violations: [],
  races: [],
  outcomes: [{ output: 'hello\n', interleavings: '1' }],
  interleavings: '1',
  size: { states: 3, transitions: 2, isComplete: true },
  unreduced: undefined,
  conditions: undefined,
  lockOrder: [],
  graph: undefined,
  sampled: [],
  collisionProbability: 0,
}

/** Starts what it is given and ends it when the test says so, or as `stopped` when it is asked to. */
export function createFakeEngine(): FakeEngine {
  const engine: FakeEngine = {
    runs: [],
    explorations: [],
    isClosed: false,
    diagnostics: [],
    last() {
      const run = engine.runs.at(-1)
      if (run === undefined) throw new Error('no run was started')
      return run
    },
    follow: () => ({
      kind: 'standing',
      followed: 0,
      offered: [0],
      next: [{ thread: 0, line: 1 }],
      outcome: undefined,
      output: '',
      trace: RESULT.trace,
    }),
    start(program, options, folder) {
      if (engine.diagnostics.length > 0) return { kind: 'refused', diagnostics: engine.diagnostics }
      const { promise, resolve, reject } = Promise.withResolvers<EngineResult>()
      let listener: (progress: RunProgress) => void = () => undefined
      const run: FakeRun = {
        program,
        options,
        folder,
        isStopped: false,
        progress: (progress) => listener(progress),
        finish: (result) => resolve({ ...RESULT, ...result }),
        fail: reject,
      }
      engine.runs.push(run)
      return {
        kind: 'started',
        run: {
          finished: promise,
          stop() {
            run.isStopped = true
            run.finish({ outcome: { kind: 'stopped' } })
          },
          onProgress: (l) => void (listener = l),
        },
      }
    },
    explore: (program) => startExploration(engine, program),
    close() {
      engine.isClosed = true
      return Promise.resolve()
    },
  }
  return engine
}

function startExploration(engine: FakeEngine, program: ProgramInput): EngineExplorationStart {
  if (engine.diagnostics.length > 0) return { kind: 'refused', diagnostics: engine.diagnostics }
  const { promise, resolve, reject } = Promise.withResolvers<{
    result: ExplorationResult
    seconds: number
  }>()
  let listener: (progress: ExplorationProgress) => void = () => undefined
  const exploration: FakeExploration = {
    program,
    isCancelled: false,
    progress: (progress) => listener(progress),
    finish: (result) => resolve({ result: { ...EXPLORED, ...result }, seconds: 0.5 }),
    fail: reject,
  }
  engine.explorations.push(exploration)
  return {
    kind: 'started',
    exploration: {
      finished: promise,
      cancel() {
        exploration.isCancelled = true
        exploration.finish({ verdict: 'inconclusive', isComplete: false, bound: 'cancelled' })
      },
      onProgress: (l) => void (listener = l),
    },
  }
}
