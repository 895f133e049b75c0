import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'

/** The built command line; needs no browser and no host. */
const test = base.extend<{ folder: string }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cerrojo-cli-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function cerrojo(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' }
    execFile(
      process.execPath,
      ['out/main/cli.js', ...args],
      { env, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1
        resolve({ code, stdout, stderr })
      },
    )
  })
}

const PHASE_1 = 'content/scenarios/transfer-opposite/phase-1.py'
const PHASE_2 = 'content/scenarios/transfer-opposite/phase-2.py'

interface RunJson {
  readonly outcome: string
  readonly cycle?: readonly { readonly thread: string; readonly waitsFor: string }[]
  readonly output: string
  readonly code?: string
  readonly location?: { readonly line: number; readonly column: number }
}

interface Report {
  readonly runs: readonly RunJson[]
  readonly counts: Record<string, number>
  readonly threadsLeft: number
  readonly diagnostics: readonly { readonly code: string; readonly line: number }[]
}

test('live Phase 1 deadlocks with the cycle of both locks, or finishes; nothing is left', async () => {
  const { code, stdout } = await cerrojo('live', PHASE_1, '--runs', '10', '--json')
  const report = JSON.parse(stdout) as Report
  const { deadlock = 0, finished = 0 } = report.counts
  expect(deadlock + finished).toBe(10)
  expect(code).toBe(deadlock > 0 ? 1 : 0)
  expect(report.threadsLeft).toBe(0)
  for (const run of report.runs) {
    if (run.outcome === 'deadlock') {
      expect(run.cycle?.map((c) => c.waitsFor).sort()).toEqual(['Cuenta-1', 'Cuenta-2'])
    } else expect(run.output).toBe('(50, 150)\n')
  }
})

test('ends quietly when who reads its output has seen enough', async ({ folder }) => {
  const file = join(folder, 'many.py')
  writeFileSync(file, 'for i in range(100000):\n    print("line", i)\n')
  const { stdout, stderr } = await new Promise<Omit<Ended, 'code'>>((resolve) => {
    const [command, ...args] = ['sh', '-c', '"$0" out/main/cli.js run "$1" | head -1']
    execFile(command, [...args, process.execPath, file], (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    )
  })
  expect(stdout).toBe('line 0\n')
  expect(stderr).not.toContain('EPIPE')
})

test('live Phase 2 finishes with the right balances', async () => {
  const { code, stdout, stderr } = await cerrojo('live', PHASE_2)
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '(50, 150)\n',
    stderr: 'Finished.\n',
  })
})

test('live Phase 2 is a run of the model, and its schedule replays it', async ({ folder }) => {
  const schedule = join(folder, 's.json')
  const flags = ['--check-against-model', '--save-schedule', schedule, '--json']
  const { code, stdout } = await cerrojo('live', PHASE_2, ...flags)
  expect(code).toBe(0)
  const { runs } = JSON.parse(stdout) as { runs: readonly { model: { events: number } }[] }
  expect(runs).toMatchObject([{ outcome: 'finished', model: { conforms: true } }])
  expect(runs[0]?.model.events).toBeGreaterThan(10)
  const replayed = await cerrojo('run', PHASE_2, '--schedule', schedule)
  expect([replayed.code, replayed.stdout]).toEqual([0, '(50, 150)\n'])
})

test('the same seed prints the same, and its schedule replays it', async ({ folder }) => {
  const file = 'content/scenarios/counter/unlocked.py'
  const schedule = join(folder, 's.json')
  const first = await cerrojo('run', file, '--seed', '4', '--save-schedule', schedule, '--json')
  const again = await cerrojo('run', file, '--seed', '4', '--json')
  const replayed = await cerrojo('run', file, '--schedule', schedule, '--json')
  const outputs = [first, again, replayed].map(({ stdout }) => {
    const [run] = (JSON.parse(stdout) as Report).runs
    return run?.output
  })
  expect(new Set(outputs).size).toBe(1)
})

test('a trace is written in each format', async ({ folder }) => {
  const out = join(folder, 'trace')
  for (const [format, beginning] of [
    ['jsonl', '{"event":0'],
    ['csv', 'event,microseconds'],
    ['perfetto', '{"traceEvents"'],
  ] as const) {
    expect((await cerrojo('trace', PHASE_2, '--format', format, '-o', out)).code).toBe(0)
    expect(readFileSync(out, 'utf8').startsWith(beginning)).toBe(true)
  }
})

test('lint shows the order in which locks are taken', async () => {
  const { code, stdout } = await cerrojo('lint', PHASE_1)
  expect(code).toBe(0)
  expect(stdout).toContain('acquires Account.lock while Account.lock (line 22) is held')
})

const BAD: readonly (readonly [name: string, source: string, code: string])[] = [
  ['an unsupported construct', 'async def f():\n    pass\n', '1:1: asyncAwait'],
  ['a syntax error', 'def f(:\n  pass\n', '1:6: unclosedBracket'],
  ['a source of 5 MB', 'x = 1\n'.repeat(900_000), '1:1: sourceTooLong'],
]

for (const [name, source, message] of BAD) {
  test(`${name} is refused with code, line and column`, async ({ folder }) => {
    const file = join(folder, 'bad.py')
    writeFileSync(file, source)
    for (const command of ['run', 'live', 'lint'] as const) {
      const { code, stdout, stderr } = await cerrojo(command, file)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`${file}:${message}`)
    }
  })
}

test('a missing file is refused', async () => {
  const { code, stderr } = await cerrojo('live', 'nowhere.py')
  expect(code).toBe(2)
  expect(stderr).toContain('missingFile: nowhere.py')
})

const BOUNDED: readonly (readonly [name: string, source: string, code: string, line: number])[] = [
  ['a loop without a visible operation', 'while True:\n    pass\n', 'silentLoop', 1],
  [
    '10,000 threads',
    'import threading\ndef f():\n    pass\nfor i in range(10000):\n    threading.Thread(target=f).start()\n',
    'threads',
    5,
  ],
  ['a memory bomb', 's = "a"\nwhile True:\n    s = s + s\n', 'heap', 3],
  ['a flood of output', 'while True:\n    print("x" * 1000)\n', 'output', 2],
]

for (const [name, source, limit, line] of BOUNDED) {
  test(`${name} ends at its bound with line and column`, async ({ folder }) => {
    const file = join(folder, 'bounded.py')
    writeFileSync(file, source)
    const { code, stdout } = await cerrojo('run', file, '--json')
    const [run] = (JSON.parse(stdout) as Report).runs
    expect(code).toBe(3)
    expect(run).toMatchObject({ outcome: 'limit', code: limit, location: { line } })
  })
}

test('a live loop that never ends is a timeout, which is not called a deadlock', async ({
  folder,
}) => {
  const file = join(folder, 'loop.py')
  writeFileSync(file, 'while True:\n    pass\n')
  const { code, stderr } = await cerrojo('live', file, '--timeout', '0.5')
  expect(code).toBe(3)
  expect(stderr).toContain('timeout: 0.5 s')
  expect(stderr).toContain('This proves nothing')
  expect(stderr).toMatch(/MainThread at line [12], column/)
})

test('check finds the deadlock of phase 1 and proves phase 2 safe', async () => {
  const violation = await cerrojo('check', PHASE_1, '--json')
  expect(violation.code).toBe(1)
  const found = JSON.parse(violation.stdout) as { violations: readonly { kind: string }[] }
  expect(found.violations.map(({ kind }) => kind)).toEqual(['deadlock'])
  const safe = await cerrojo('check', PHASE_2)
  expect(safe.code).toBe(0)
  expect(safe.stdout).toContain('Safe: every interleaving was covered')
})

test('check says the same twice, but for the times', async () => {
  const [first, second] = await Promise.all([
    cerrojo('check', PHASE_1, '--json'),
    cerrojo('check', PHASE_1, '--json'),
  ])
  const timeless = ({ stdout }: Ended): unknown => ({
    ...(JSON.parse(stdout) as Record<string, unknown>),
    seconds: 0,
    peakMiB: 0,
  })
  expect(timeless(first)).toEqual(timeless(second))
})

test('the counterexample of check replays', async ({ folder }) => {
  const { stdout } = await cerrojo('check', PHASE_1, '--json')
  const { violations } = JSON.parse(stdout) as { violations: readonly { choices: unknown }[] }
  const file = join(folder, 'schedule.json')
  const schedule = { format: 'cerrojo-schedule', version: 1, choices: violations[0]?.choices }
  writeFileSync(file, JSON.stringify(schedule))
  const { code, stderr } = await cerrojo('run', PHASE_1, '--schedule', file)
  expect(code).toBe(1)
  expect(stderr).toContain('Deadlock, proven by a cycle of waits')
})

test('check of a program that is too large is inconclusive and names the bound', async () => {
  const { code, stdout } = await cerrojo('check', PHASE_2, '--max-states', '3')
  expect(code).toBe(3)
  expect(stdout).toContain('the bound on states was reached')
})
