import type { Engine } from './engine'

/** Refuses every program: stands where the engine will be wired. */
export function createPlaceholderEngine(): Engine {
  return {
    start: () => ({
      kind: 'refused',
      diagnostics: [
        {
          code: 'engineMissing',
          severity: 'error',
          from: 0,
          to: 0,
          line: 1,
          column: 1,
          params: {},
        },
      ],
    }),
    close: () => Promise.resolve(),
  }
}
