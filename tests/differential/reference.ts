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

/**
 * Runs each source in a forked child, one after another (a fork costs a tenth of a new interpreter), and prints
 * `[output, error, line]` of each as JSON. The file has one JSON array of sources. Threaded programs change threads as
 * often as they can, and print each text as a whole: CPython writes it piece by piece, where the machine takes one step.
 */
const RUN_ALL = `
import json, os, sys, threading, traceback, warnings

def whole_print(*values, sep=" ", end="\\n"):
    sys.stdout.write(sep.join(map(str, values)) + end)

def child(source):
    for descriptor, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), descriptor)
    warnings.simplefilter("ignore")
    threaded = sys.argv[2] == "threaded"
    if threaded:
        sys.setswitchinterval(1e-6)
    threading.excepthook = lambda given: print(given.thread.name, *traceback.format_exception_only(given.exc_value), sep=": ", file=sys.stderr)
    try:
        exec(compile(source, "program", "exec"), {"__name__": "__main__", **({"print": whole_print} if threaded else {})})
        if "concurrent.futures.thread" in sys.modules:
            sys.modules["concurrent.futures.thread"]._python_exit()
        for thread in threading.enumerate():
            if thread is not threading.main_thread() and not thread.daemon:
                thread.join()
    except BaseException as error:
        line = traceback.extract_tb(error.__traceback__)[-1].lineno
        print("".join(traceback.format_exception_only(error)), end="", file=sys.stderr)
        print(line, end="", file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)

runs = []
for source in json.load(open(sys.argv[1], encoding="utf-8")):
    pid = os.fork()
    if pid == 0:
        child(source)
    os.waitpid(pid, 0)
    runs.append([open(name, encoding="utf-8", newline="").read() for name in ("out", "err")])
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

/** CPython's runs of `sources`, in order. */
export function referenceRuns(
  sources: readonly string[],
  kind: 'sequential' | 'threaded',
): Reference[] {
  const cwd = mkdtempSync(join(tmpdir(), 'cerrojo-reference-'))
  try {
    writeFileSync(join(cwd, 'sources.json'), JSON.stringify(sources))
    const { status, stdout, stderr } = spawnSync('python3', ['-c', RUN_ALL, 'sources.json', kind], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: {
        ...process.env,
        PYTHONPATH: join(ROOT, 'content/python'),
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUTF8: '1',
      },
    })
    if (status !== 0) throw new Error(stderr)
    return (JSON.parse(stdout) as [string, string][]).map(([output, error]) => {
      const end = error.lastIndexOf('\n')
      return { output, error: error.slice(0, Math.max(0, end)), line: Number(error.slice(end + 1)) }
    })
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
