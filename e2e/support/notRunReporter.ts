import { globSync } from 'node:fs'
import type { Reporter } from '@playwright/test/reporter'

/** Says what could not run on this machine, so that nobody takes it for passed. */
export default class NotRunReporter implements Reporter {
  readonly #missing: readonly string[]

  constructor(options: { missing: readonly string[] }) {
    this.#missing = options.missing
  }

  onEnd(): void {
    const specs = this.#missing.flatMap((folder) => globSync(`${folder}/**/*.spec.ts`)).sort()
    for (const spec of specs)
      console.log(`not run here: ${spec}: no Electron binary (npx install-electron)`)
    if (this.#missing.length > 0)
      console.log('not run here: the shell on real Electron; it ran on the double')
  }

  printsToStdio(): boolean {
    return false
  }
}
