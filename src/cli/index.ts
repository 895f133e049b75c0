/** The command line: `cerrojo run | live | trace | lint | check`. Thin; exit codes are those of the language design §5. */
import { writeFileSync } from 'node:fs'
import { failure, success, type Result } from '../base'
import exploreWorkerFile from '../host/explore.worker?modulePath'
import { AssistantError, compileSource, createCrew } from '../host'
import { exportTrace } from '../engine/trace'
import type { Program } from '../engine/bytecode'
import workerFile from '../live/live.worker?modulePath'
import { text } from '../locale'
import { check, checkExitCode, checkJson, checkLines } from './check'
import { runLive, simulateOnce, writeSchedule } from './execute'
import { lint, lintJson, lintLines } from './lint'
import { readOptions, type Command, type Options } from './options'
import { comparedExitCode, modelJson, modelText } from './model'
import { diagnosticText, readProgram, refusalJson, type Refusal } from './program'
import { exitCode, EXIT, outcomeText, runJson, type RunReport } from './report'

function environmentLanguage(): string {
  return process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? ''
}

function say(message: string): void {
  process.stderr.write(`${message}\n`)
}

function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** What `--json` prints besides the diagnostics of a refused file. */
const REFUSED_JSON: Readonly<Record<Command, object>> = {
  run: { runs: [], counts: {}, threadsLeft: 0 },
  live: { runs: [], counts: {}, threadsLeft: 0 },
  trace: { runs: [], counts: {}, threadsLeft: 0 },
  check: { verdict: 'refused', complete: false, violations: [], races: [], states: 0 },
  lint: {},
  help: {},
}

/** Tells why the file was refused. */
function refuse(refusal: Refusal, options: Options): number {
  const diagnostics = refusalJson(refusal, options.locale)
  if (options.isJson) {
    printJson({ ...REFUSED_JSON[options.command], diagnostics })
  } else if (refusal.kind === 'file') {
    say(text(options.locale, `commandLine.${refusal.key}`, refusal.params))
  } else {
    for (const diagnostic of refusal.diagnostics) {
      process.stderr.write(diagnosticText(options.file ?? '', diagnostic, options.locale))
    }
  }
  return EXIT.refused
}

function countOutcomes(reports: readonly RunReport[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of reports) counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1
  return counts
}

/** Prints what happened: the program's own output on standard output, everything about the run on standard error. */
function tell(report: RunReport, { locale, checksModel }: Options): void {
  process.stdout.write(report.output)
  say(outcomeText(report.outcome, locale))
  if (report.detectedAfterMs !== undefined) {
    say(text(locale, 'commandLine.detected', { ms: report.detectedAfterMs.toFixed(2) }))
  }
  if (checksModel && report.conformance !== undefined) say(modelText(report.conformance, locale))
}

async function runs(program: Program, source: string, options: Options): Promise<number> {
  const { locale } = options
  const onRun = (report: RunReport): void => {
    if (!options.isJson) tell(report, options)
  }
  let reports: readonly RunReport[]
  let threadsLeft = 0
  if (options.command === 'live') {
    const live = await runLive(program, options, workerFile, onRun)
    reports = live.reports
    threadsLeft = live.threadsLeft
  } else {
    const simulated = simulateOnce(program, options)
    if (!simulated.ok) return refuse(simulated.error, options)
    onRun(simulated.value)
    reports = [simulated.value]
  }
  const saved = options.command === 'live' ? saveLast(reports, options) : success(undefined)
  const counts = countOutcomes(reports)
  if (options.isJson) {
    printJson({
      runs: reports.map((report) => ({
        ...runJson(report, source, locale),
        ...comparisonJson(report, options),
      })),
      counts,
      threadsLeft,
      diagnostics: saved.ok ? [] : refusalJson(saved.error, locale),
    })
  } else if (reports.length > 1) {
    const summary = Object.entries(counts).map(([kind, n]) => `${kind} ${String(n)}`)
    say(text(locale, 'commandLine.counts', { counts: summary.join(', ') }))
  }
  // The runs are told even when the schedule cannot be saved, and a violation among them outweighs that.
  if (!saved.ok && !options.isJson) refuse(saved.error, options)
  const code = options.checksModel
    ? comparedExitCode(reports)
    : exitCode(reports.map((report) => report.outcome))
  return saved.ok || code === EXIT.violation ? code : EXIT.refused
}

function comparisonJson({ conformance }: RunReport, { checksModel }: Options): object {
  return checksModel && conformance !== undefined ? { model: modelJson(conformance) } : {}
}

/** Saves the schedule of the last live run, unless it replays only a part of it. */
function saveLast(reports: readonly RunReport[], options: Options): Result<undefined, Refusal> {
  const conformance = reports.at(-1)?.conformance
  if (options.saveSchedule === undefined || conformance === undefined) return success(undefined)
  if (conformance.kind === 'conforms') {
    return writeSchedule(options.saveSchedule, conformance.schedule)
  }
  return failure({ kind: 'file', key: 'noSchedule', params: { file: options.saveSchedule } })
}

function trace(program: Program, options: Options): number {
  const simulated = simulateOnce(program, options)
  if (!simulated.ok) return refuse(simulated.error, options)
  const exported = exportTrace(simulated.value.trace, options.format)
  if (options.output === undefined) process.stdout.write(exported)
  else {
    try {
      writeFileSync(options.output, exported)
    } catch (error) {
      const reason = error instanceof Error ? error.message : ''
      return refuse({ kind: 'file', key: 'cannotWrite', params: { reason } }, options)
    }
  }
  say(outcomeText(simulated.value.outcome, options.locale))
  return exitCode([simulated.value.outcome])
}

async function checkAll(program: Program, options: Options): Promise<number> {
  const crew = createCrew(exploreWorkerFile, options.workers)
  let checked
  try {
    checked = await check(program, options, crew)
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error
    const params = { reason: error.message }
    return refuse({ kind: 'file', key: 'workerEnded', params }, options)
  }
  if (options.isJson) printJson(checkJson(checked, options.locale))
  else for (const line of checkLines(checked, options.locale)) process.stdout.write(`${line}\n`)
  return checkExitCode(checked)
}

function lintProgram(source: string, options: Options): number {
  const found = lint(source)
  if (found === undefined) return EXIT.refused
  if (options.isJson) printJson(lintJson(found))
  else for (const line of lintLines(found, options.locale)) process.stdout.write(`${line}\n`)
  return EXIT.finished
}

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), environmentLanguage())
  if (!read.ok) {
    const locale = environmentLanguage().toLowerCase().startsWith('es') ? 'es' : 'en'
    say(text(locale, `commandLine.${read.error.key}`, read.error.params))
    say(text(locale, 'commandLine.usage'))
    return EXIT.refused
  }
  const options = read.value
  if (options.command === 'help') {
    process.stdout.write(`${text(options.locale, 'commandLine.usage')}\n`)
    return EXIT.finished
  }
  const source = readProgram(options.file)
  if (!source.ok) return refuse(source.error, options)
  const compilation = compileSource(source.value)
  if (compilation.kind === 'refused') {
    return refuse({ kind: 'source', diagnostics: compilation.diagnostics }, options)
  }
  if (options.command === 'lint') return lintProgram(source.value, options)
  if (options.command === 'trace') return trace(compilation.program, options)
  if (options.command === 'check') return checkAll(compilation.program, options)
  return runs(compilation.program, source.value, options)
}

/** Who reads what is printed may have seen enough, as `head` has; the exit code is still told. */
function ignoreClosedPipe(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
}

process.stdout.on('error', ignoreClosedPipe)
process.stderr.on('error', ignoreClosedPipe)
process.exitCode = await main()
