import { existsSync, readFileSync, rmSync } from 'node:fs'
import { build, cacheFile, install, run, runBeside } from './prepare.js'

/*
 * `npm test`: everything, cheap checks first, up to the first failure. The last line is `N passed, N failed`: the tests
 * of vitest and Playwright together; a stage that fails without a failed test counts as one.
 */

const UNIT = cacheFile('unit.json')
const E2E = cacheFile('e2e.json')

const npm = (script, ...args) =>
  run('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]) === 0
const npmBeside = async (script) => (await runBeside('npm', ['run', '--silent', script])) === 0

/** The checks that read sources use one core each; the tests use all. */
async function check() {
  const lint = npmBeside('lint')
  const isTyped = await npmBeside('typecheck')
  const isFormatted = await npmBeside('formatted')
  return (await lint) && isTyped && isFormatted
}

const STAGES = [
  ['install', () => install()],
  ['types, lint and format', check],
  ['unit', () => npm('unit', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`)],
  ['build', () => build()],
  ['e2e', () => npm('e2e')],
]

/** What a reporter wrote, or nothing when it did not get so far. */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function counts() {
  const unit = read(UNIT)
  const e2e = read(E2E)?.stats
  return {
    passed: (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0),
  }
}

for (const file of [UNIT, E2E]) rmSync(file, { force: true })
let failedStage
for (const [name, stage] of STAGES) {
  const start = performance.now()
  const isGood = await stage()
  console.log(
    `${isGood ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
  )
  if (isGood) continue
  failedStage = name
  break
}
const { passed, failed } = counts()
console.log(`${passed} passed, ${failedStage === undefined ? failed : Math.max(1, failed)} failed`)
process.exitCode = failedStage === undefined && failed === 0 ? 0 : 1
