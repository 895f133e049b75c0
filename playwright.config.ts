import { defineConfig } from '@playwright/test'
import { electronBinary } from './e2e/support/binaries'
import type { HostFixtures } from './e2e/support/test'

/**
 * `e2e/*.spec.ts` runs on every host; `e2e/server/` and `e2e/shell/` on theirs. The shell is Electron where its binary
 * is, else the double in e2e/double. What only the binary can show stands in `e2e/electron/`, a project that exists
 * only with it; without it the report says so. The double shows the same window in the same browser as the server, so
 * there one language is enough.
 */
const isElectronHere = electronBinary() !== undefined

export default defineConfig<HostFixtures>({
  testDir: 'e2e',
  globalSetup: './e2e/support/globalSetup.ts',
  outputDir: 'test-results',
  workers: 2,
  // Bounds for what hangs, not measures: machines that test are slow and shared.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [
    ['list'],
    ['json', { outputFile: 'node_modules/.cache/e2e.json' }],
    ['./e2e/support/notRunReporter.ts', { missing: isElectronHere ? [] : ['e2e/electron'] }],
  ],
  projects: [
    { name: 'server', use: { hostKind: 'server' }, testIgnore: ['shell/**', 'electron/**'] },
    {
      name: 'shell',
      use: { hostKind: isElectronHere ? 'electron' : 'double' },
      testIgnore: ['server/**', 'electron/**'],
      ...(isElectronHere ? {} : { grepInvert: /en-US/ }),
    },
    ...(isElectronHere
      ? [{ name: 'electron', use: { hostKind: 'electron' as const }, testMatch: 'electron/**' }]
      : []),
  ],
})
