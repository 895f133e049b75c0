import type { ExplorationProgress, ExplorationResult } from '../../contract'

/** Into the deadlock of phase 1: each thread holds its own account, and asks for the other's. */
const INTO_DEADLOCK = [0, 0, 1, 2, 1, 2]

/** What a search of phase 1 answers: its deadlock, and a graph of four states. */
export function deadlockResult(): ExplorationResult {
  return {
    ...safeResult(),
    verdict: 'violation',
    violations: [
      {
        kind: 'deadlock',
        outcome: {
          kind: 'deadlock',
          cycle: [
            { thread: 'Hilo-1', holds: ['Cuenta-1'], waitsFor: 'Cuenta-2' },
            { thread: 'Hilo-2', holds: ['Cuenta-2'], waitsFor: 'Cuenta-1' },
          ],
        },
        threads: ['Hilo-1', 'Hilo-2'],
        location: { line: 14, column: 5 },
        schedule: { format: 'cerrojo-schedule', version: 1, choices: [...INTO_DEADLOCK] },
        steps: ['Hilo-1', 'Hilo-2'],
        length: 2,
        switches: 1,
        isShortest: true,
        decision: {
          choices: 3,
          operations: 1,
          bad: { thread: 'Hilo-2', line: 12 },
          good: { thread: 'Hilo-1', line: 14 },
          schedule: { format: 'cerrojo-schedule', version: 1, choices: [0, 0, 1, 1, 1, 1] },
          steps: ['main', 'main', 'Hilo-1', 'Hilo-1', 'Hilo-1', 'Hilo-1'],
        },
      },
    ],
    outcomes: [{ output: 'fin\n', interleavings: '2' }],
    interleavings: '6',
    graph: {
      states: [
        { end: 'none', depth: 0 },
        { end: 'none', depth: 1 },
        { end: 'finished', depth: 2 },
        { end: 'deadlock', depth: 2 },
      ],
      edges: [
        { from: 0, to: 1, thread: 'Hilo-1' },
        { from: 1, to: 2, thread: 'Hilo-1' },
        { from: 1, to: 3, thread: 'Hilo-2' },
      ],
    },
  }
}

/** What a search answers that found a loop in which a thread starves. */
export function starvationResult(): ExplorationResult {
  return {
    ...safeResult(),
    verdict: 'violation',
    violations: [
      {
        kind: 'starvation',
        outcome: { kind: 'stopped' },
        threads: ['Hilo-2'],
        location: { line: 12, column: 5 },
        schedule: { format: 'cerrojo-schedule', version: 1, choices: [0, 0, 1] },
        steps: ['main', 'main', 'Hilo-1'],
        length: 1,
        switches: 0,
        isShortest: false,
        loop: { format: 'cerrojo-schedule', version: 1, choices: [1, 1] },
        loopSteps: ['Hilo-1', 'Hilo-1'],
      },
    ],
  }
}

/** What a search answers that saw everything and found nothing. */
export function safeResult(): ExplorationResult {
  const never = { states: 0 }
  return {
    verdict: 'safe',
    isComplete: true,
    undecided: [],
    violations: [],
    races: [],
    outcomes: [{ output: 'fin\n', interleavings: '20' }],
    interleavings: '20',
    size: { states: 12, transitions: 14, isComplete: true },
    unreduced: { states: 40, transitions: 60, isComplete: true },
    conditions: {
      mutualExclusion: {
        states: 8,
        witness: { format: 'cerrojo-schedule', version: 1, choices: [0, 0, 1] },
      },
      holdAndWait: never,
      noPreemption: never,
      circularWait: never,
    },
    lockOrder: [],
    sampled: [],
    collisionProbability: 0,
  }
}

/** What a search answers that `bound` stopped before it had found anything. */
export function stoppedResult(bound: string): ExplorationResult {
  return {
    verdict: 'inconclusive',
    isComplete: false,
    bound,
    undecided: [],
    violations: [],
    races: [],
    size: { states: 500, transitions: 900, isComplete: false },
    lockOrder: [],
    sampled: [],
    collisionProbability: 0,
  }
}

export function someProgress(): ExplorationProgress {
  return {
    phase: 'verdict',
    states: 1200,
    frontier: 300,
    transitions: 2500,
    bytes: 3 * 2 ** 20,
    violations: 1,
    seconds: 0.5,
  }
}
