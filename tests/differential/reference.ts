import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/compiled'

/** What CPython made of a program. */
export interface Reference {
  readonly output: string
  /** Last line of the traceback; empty when the program ended by itself. */
  readonly error: string
  /** Line of the program where the exception was raised, 0 when there was none. */
  readonly line: number
}

/** Runs each source in turn in one process, and prints `[output, error, line]` of each as JSON. */
const RUN_ALL = `
import contextlib, io, json, sys, traceback, warnings

warnings.simplefilter("ignore")
runs = []
for source in json.load(open(sys.argv[1], encoding="utf-8")):
    output, error, line = io.StringIO(newline=""), "", 0
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(source, "program", "exec"), {"__name__": "__main__"})
        except BaseException as raised:
            line = traceback.extract_tb(raised.__traceback__)[-1].lineno
            error = "".join(traceback.format_exception_only(raised)).strip("\\n")
    runs.append([output.getvalue(), error, line])
print(json.dumps(runs))
`

/** Whether python3 is CPython 3.11 and can fork: other versions word messages in other ways. */
export function hasReference(): boolean {
  const { status, stdout } = spawnSync(
    'python3',
    ['-c', 'import os, sys; os.fork; print(*sys.version_info[:2], sys.implementation.name)'],
    { encoding: 'utf8' },
  )
  return status === 0 && stdout.trim() === '3 11 cpython'
}

/**
 * CPython's runs of `sources`, which start no threads, in order. `hashSeed` decides in which order sets and dicts of texts
 * are gone through.
 */
export function referenceRuns(sources: readonly string[], hashSeed = 0): Reference[] {
  const script = { arguments: ['-c', RUN_ALL], hashSeed }
  return (python(script, sources) as [string, string, number][]).map(([output, error, line]) => ({
    output,
    error,
    line,
  }))
}

/** How a threaded program ended under CPython. */
export interface ReferenceEnding {
  /** Whether an exception left one of its threads. */
  readonly hasError: boolean
  readonly output: string
}

/** The different endings of each of `sources` in `runs` runs with different switches of threads. */
export function referenceEndings(
  sources: readonly string[],
  { runs, seed }: { readonly runs: number; readonly seed: number },
): ReferenceEnding[][] {
  const script = { arguments: [join(import.meta.dirname, 'many_schedules.py')], hashSeed: 0 }
  return (python(script, sources, String(runs), String(seed)) as [boolean, string][][]).map(
    (endings) => endings.map(([hasError, output]) => ({ hasError, output })),
  )
}

/** What `script` printed as JSON for `sources`, run in an empty folder with the companion module at hand. */
function python(
  script: { readonly arguments: readonly string[]; readonly hashSeed: number },
  sources: readonly string[],
  ...rest: readonly string[]
): unknown {
  const cwd = mkdtempSync(join(tmpdir(), 'cerrojo-reference-'))
  try {
    writeFileSync(join(cwd, 'sources.json'), JSON.stringify(sources))
    const { status, stdout, stderr } = spawnSync(
      'python3',
      [...script.arguments, 'sources.json', ...rest],
      {
        cwd,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
        env: {
          ...process.env,
          PYTHONPATH: join(ROOT, 'content/python'),
          PYTHONDONTWRITEBYTECODE: '1',
          PYTHONUTF8: '1',
          PYTHONHASHSEED: String(script.hashSeed),
        },
      },
    )
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
