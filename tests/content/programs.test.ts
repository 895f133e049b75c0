import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pythonVersion, runPython } from './python'

const PROGRAMS = resolve(import.meta.dirname, '../programs')

function namesIn(folder: string, ending: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending))
  return files.map((file) => file.slice(0, -ending.length)).sort()
}

const names = namesIn(PROGRAMS, '.py')

function expected(file: string): string {
  return readFileSync(join(PROGRAMS, 'expected', file), 'utf8')
}

/**
 * Runs every program and prints `[exit code, standard output, standard error]` of each as JSON: in this process, as a new
 * one costs more than the program, or in a forked child when it may leave files or threads behind or looks at its
 * process.
 */
const RUN_ALL = `import contextlib, io, itertools, json, linecache, os, re, sys, threading, traceback, warnings

warnings.simplefilter("ignore")

def run(source):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = 0
        try:
            exec(compile(source, "program", "exec"), {"__name__": "__main__"})
        except BaseException as error:
            code = 1
            traceback.print_exception(error)
        for thread in threading.enumerate():
            if thread is not threading.main_thread():
                thread.join()
    return [code, out.getvalue(), err.getvalue()]

def run_in_child(source):
    pid = os.fork()
    if pid == 0:
        for descriptor, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), descriptor)
        linecache.cache['program'] = (len(source), None, source.splitlines(True), 'program')
        exec(compile(source, "program", "exec"), {"__name__": "__main__"})
        sys.exit()
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return [code] + [open(name, encoding="utf-8", newline="").read() for name in ("out", "err")]

runs = []
for path in sys.argv[1:]:
    source = open(path, encoding="utf-8", newline="").read()
    threading._counter = itertools.count(1).__next__
    needs_child = re.search("cerrojo|daemon|import sys|from sys", source)
    runs.append((run_in_child if needs_child else run)(source))
print(json.dumps(runs))`

describe('programs', () => {
  it('have one expected output each', () => {
    const outputs = join(PROGRAMS, 'expected')
    expect(namesIn(outputs, '.txt')).toEqual(names)
    expect(namesIn(outputs, '.error')).toEqual(names.filter((name) => name.startsWith('uncaught_')))
  })
})

// Other versions word some messages in other ways.
if (pythonVersion()?.join('.') === '3.11' && process.platform !== 'win32') {
  describe('CPython 3.11', () => {
    it('prints the expected output of every program', { timeout: 120_000 }, async () => {
      const paths = names.map((name) => join(PROGRAMS, `${name}.py`))
      const { output, errors } = await runPython('-c', RUN_ALL, ...paths)
      expect(errors).toBe('')
      const runs = JSON.parse(output) as [number, string, string][]
      const seen = runs.map(([exitCode, printed, complaint], i) => ({
        name: names[i],
        exitCode,
        complaint: complaint.slice(complaint.trimEnd().lastIndexOf('\n') + 1),
        printed,
      }))
      expect(seen).toEqual(
        names.map((name) => ({
          name,
          exitCode: name.startsWith('uncaught_') ? 1 : 0,
          complaint: name.startsWith('uncaught_') ? expected(`${name}.error`) : '',
          printed: expected(`${name}.txt`),
        })),
      )
    })
  })
}
