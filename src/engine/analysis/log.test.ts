import { describe, expect, it } from 'vitest'
import { text } from '../../locale'
import { traceOf } from '../trace/trace.testing'
import type { Trace } from '../trace'
import { LOG_MESSAGES, LOG_PARAMETERS, logOf } from './log'
import { JOINS, PHASE_1, PHASE_2, SELF } from './traces.testing'

function lines(trace: Trace, locale: 'es' | 'en' = 'es'): readonly string[] {
  return logOf(trace).map(({ message, params }) => text(locale, `log.${message}`, params))
}

describe('log', () => {
  it('tells the bank’s deadlock as the textbook does', () => {
    expect(lines(PHASE_1).slice(3)).toEqual([
      '[Hilo-1] adquiere el cerrojo de Cuenta-1',
      '[Hilo-2] empieza',
      '[Hilo-2] adquiere el cerrojo de Cuenta-2',
      '[main] espera a que termine Hilo-1',
      '[Hilo-1] espera el cerrojo de Cuenta-2, que posee Hilo-2',
      '[Hilo-2] espera el cerrojo de Cuenta-1, que posee Hilo-1',
      'INTERBLOQUEO: Hilo-1 → Cuenta-2 → Hilo-2 → Cuenta-1',
    ])
  })

  it('puts the deadlock behind the wait that closes the circle', () => {
    const trace = traceOf('main start a\nmain acquire l\nmain block l\na begin\na end')
    expect(logOf(trace).map((e) => [e.message, e.event])).toEqual([
      ['start', 0],
      ['acquire', 1],
      ['block', 2],
      ['deadlock', 2],
      ['begin', 3],
      ['end', 4],
    ])
  })

  it('tells of no deadlock where none stands at the end', () => {
    expect(logOf(PHASE_2).some((e) => e.message === 'deadlock')).toBe(false)
  })

  it('writes circles of one thread and of joins', () => {
    expect(lines(SELF, 'en').at(-1)).toBe('DEADLOCK: Hilo-1 → Cuenta-1')
    expect(lines(JOINS, 'en').at(-1)).toBe('DEADLOCK: a → b')
  })

  it('reads well for a lock of its own name', () => {
    const trace = traceOf('main acquire status_lock\na block status_lock\nmain release status_lock')
    expect(lines(trace)).toEqual([
      '[main] adquiere el cerrojo status_lock',
      '[a] espera el cerrojo status_lock, que posee main',
      '[main] libera el cerrojo status_lock',
    ])
    expect(lines(trace, 'en')[1]).toBe('[a] waits for the lock status_lock, held by main')
  })

  it('tells values, calls, output, failures and the database; not reads', () => {
    const trace = traceOf(`
      main write n 1
      main read n 1
      main callWrite #s add(1)
      main print hola
      main block ev.db
      main databaseBegin ev.db set_kwh(1, 2.0)
      main databaseCommit ev.db set_kwh(1, 2.0)
      main databaseBusy ev.db
      main write n
      main joinWait a
      main join a timeout
      main exception ValueError: x
      main end ValueError: x
    `)
    expect(lines(trace)).toEqual([
      '[main] escribe n = 1',
      '[main] cambia s: add(1)',
      '[main] imprime: hola',
      '[main] espera a que ev.db quede libre',
      '[main] empieza una transacción en ev.db: set_kwh(1, 2.0)',
      '[main] confirma la transacción en ev.db: set_kwh(1, 2.0)',
      '[main] encuentra ev.db ocupada',
      '[main] borra n',
      '[main] espera a que termine a',
      '[main] deja de esperar a a: se agotó el plazo',
      '[main] termina con un error: ValueError: x',
    ])
  })

  it.each(['es', 'en'] as const)(
    'has a sentence for every message, with its placeholders, in %s',
    (locale) => {
      for (const message of LOG_MESSAGES) {
        const sentence = text(locale, `log.${message}`)
        const placeholders = [...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '')
        const expected = message === 'deadlock' ? ['cycle'] : ['thread', ...LOG_PARAMETERS[message]]
        expect([message, ...placeholders.toSorted()]).toEqual([message, ...expected.toSorted()])
      }
    },
  )
})
