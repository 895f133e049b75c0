import type { Diagnostic, ProgramInput, RunOptions } from '../contract'
import type { Engine, EngineResult, RunProgress } from './engine'

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

export interface FakeEngine extends Engine {
  readonly runs: FakeRun[]
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

/** Starts what it is given and ends it when the test says so, or as `stopped` when it is asked to. */
export function createFakeEngine(): FakeEngine {
  const engine: FakeEngine = {
    runs: [],
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
    close() {
      engine.isClosed = true
      return Promise.resolve()
    },
  }
  return engine
}
