import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Of a text that is no program. */
export const REFUSED: Reference = { output: '', error: 'SyntaxError', line: 0 }

/** Runs each source in turn in one process, and prints `[output, error, line]` of each as JSON. */
const RUN_ALL = `
import contextlib, io, json, sys, traceback, warnings

def run(source):
    try:
        program = compile(source, "program", "exec")
    except SyntaxError:
        return ["", "SyntaxError", 0]
    output, error, line = io.StringIO(newline=""), "", 0
    with contextlib.redirect_stdout(output):
        try:
            exec(program, {"__name__": "__main__"})
        except BaseException as raised:
            *_, (_, line) = traceback.walk_tb(raised.__traceback__)
            error = "".join(traceback.format_exception_only(raised)).strip("\\n")
    return [output.getvalue(), error, line]

warnings.simplefilter("ignore")
print(json.dumps([run(source) for source in json.load(open(sys.argv[1], encoding="utf-8"))]))
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
export async function referenceRuns(
  sources: readonly string[],
  hashSeed = 0,
): Promise<Reference[]> {
  const script = { arguments: ['-c', RUN_ALL], hashSeed }
  const runs = (await python(script, sources)) as [string, string, number][]
  return runs.map(([output, error, line]) => ({ output, error, line }))
}

/** How a threaded program ended under CPython. */
export interface ReferenceEnding {
  /** Whether an exception left one of its threads. */
  readonly hasError: boolean
  readonly output: string
}

/** The different endings of each of `sources` in `runs` runs with different switches of threads. */
export async function referenceEndings(
  sources: readonly string[],
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Promise<ReferenceEnding[][]> {
  const script = { arguments: [join(import.meta.dirname, 'many_schedules.py')], hashSeed: 0 }
  const endings = await python(script, sources, String(runs), String(seed))
  return (endings as [boolean, string][][]).map((all) =>
    all.map(([hasError, output]) => ({ hasError, output })),
  )
}

/**
 * What `script` printed as JSON for `sources`, run in an empty folder with the companion module at hand. It prints into
 * files, and so goes on while this process is busy.
 */
async function python(
  script: { readonly arguments: readonly string[]; readonly hashSeed: number },
  sources: readonly string[],
  ...rest: readonly string[]
): Promise<unknown> {
  const cwd = mkdtempSync(join(tmpdir(), 'cerrojo-reference-'))
  const [printed, complaints] = [join(cwd, 'printed'), join(cwd, 'complaints')]
  const streams = [openSync(printed, 'w'), openSync(complaints, 'w')]
  try {
    writeFileSync(join(cwd, 'sources.json'), JSON.stringify(sources))
    const child = spawn('python3', [...script.arguments, 'sources.json', ...rest], {
      cwd,
      stdio: ['ignore', ...streams],
      env: {
        ...process.env,
        PYTHONPATH: join(ROOT, 'content/python'),
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUTF8: '1',
        PYTHONHASHSEED: String(script.hashSeed),
      },
    })
    const [status] = (await once(child, 'exit')) as [number | null]
    if (status !== 0) throw new Error(readFileSync(complaints, 'utf8'))
    return JSON.parse(readFileSync(printed, 'utf8'))
  } finally {
    streams.forEach((stream) => closeSync(stream))
    rmSync(cwd, { recursive: true })
  }
}
