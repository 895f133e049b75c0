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

/**
 * Runs every program in a forked child, one after another, and prints `[exit code, standard output, standard error]`
 * of each as JSON: a fork costs a tenth of a new interpreter.
 */
const RUN_ALL = `import json, os, runpy, sys
runs = []
for path in sys.argv[1:]:
    pid = os.fork()
    if pid == 0:
        for descriptor, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(name, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), descriptor)
        runpy.run_path(path, run_name="__main__")
        sys.exit()
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    runs.append([code] + [open(name, encoding="utf-8", newline="").read() for name in ("out", "err")])
print(json.dumps(runs))`

describe('programs', () => {
  it('have one expected output each', () => {
    expect(namesIn(join(PROGRAMS, 'expected'), '.txt')).toEqual(names)
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
        isSilent: complaint === '',
        printed,
      }))
      expect(seen).toEqual(
        names.map((name) => ({
          name,
          exitCode: name.startsWith('uncaught_') ? 1 : 0,
          isSilent: !name.startsWith('uncaught_'),
          printed: readFileSync(join(PROGRAMS, 'expected', `${name}.txt`), 'utf8'),
        })),
      )
    })
  })
}
