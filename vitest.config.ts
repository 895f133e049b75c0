import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// A bound for what hangs, not a measure: machines that test are slow and shared.
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    // By itself vitest leaves one core free, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...PATIENCE,
          name: 'node',
          environment: 'node',
          // Nothing under test keeps state in its modules, and loading them anew for each file costs as much as the tests.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['src/renderer/**'],
        },
      },
      {
        plugins: [vue()],
        test: {
          ...PATIENCE,
          name: 'web',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.ts'],
        },
      },
    ],
  },
})
