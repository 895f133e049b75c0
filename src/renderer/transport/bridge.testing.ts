import {
  CALLS,
  type Bridge,
  type CallResult,
  type HostEvent,
  type RunRecord,
  type Scenario,
  type ScheduleChoice,
  type Settings,
} from '../../contract'
import { encodeTrace, type Trace } from '../../engine/trace'
import { traceOf } from '../../engine/trace/trace.testing'
import { followPhase1 } from './steps.testing'

/**
 * A host without machine: two scenarios, a hand-made deadlock as the result of every run, and a model of phase 1 for steps
 * by hand.
 */
export interface TestBridge extends Bridge {
  /** Names of the calls made, in order. */
  readonly calls: readonly { readonly name: string; readonly payload: unknown }[]
  /** Tells the window something. */
  emit(event: HostEvent): void
  /** Ends the run under way as `finished`. */
  finish(): void
}

const PHASE_1 = `import threading


class Account:
    def __init__(self, account_id, balance):
        self.name = f"Cuenta-{account_id}"
        self.balance = balance
        self.lock = threading.Lock()


def transfer(from_account, to_account, amount):
    from_account.lock.acquire()
    try:
        to_account.lock.acquire()
        try:
            from_account.balance -= amount
            to_account.balance += amount
        finally:
            to_account.lock.release()
    finally:
        from_account.lock.release()


accounts = {1: Account(1, 100), 2: Account(2, 100)}

thread_1 = threading.Thread(target=transfer, args=(accounts[1], accounts[2], 100), name="Hilo-1")
thread_2 = threading.Thread(target=transfer, args=(accounts[2], accounts[1], 50), name="Hilo-2")
thread_1.start()
thread_2.start()
thread_1.join()
thread_2.join()
print("fin")
`

const COUNTER = `import threading

n = 0


def add():
    global n
    n += 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
`

/** Phase 1 at its worst: each thread holds its own account and waits for the other's. */
export function deadlockTrace(): Trace {
  return traceOf(`
    main initial Cuenta-1.balance 100 @25
    main initial Cuenta-2.balance 100 @25
    main start Hilo-1 @29
    Hilo-1 begin @11
    main start Hilo-2 @30
    Hilo-1 acquire Cuenta-1 @12
    Hilo-2 begin @11
    main joinWait Hilo-1 @31
    Hilo-2 acquire Cuenta-2 @12
    Hilo-1 block Cuenta-2 @14
    Hilo-2 block Cuenta-1 @14
  `)
}

const SCENARIOS: readonly Scenario[] = [
  {
    slug: 'transfer-opposite',
    family: 'bank',
    order: 1,
    title: { es: 'Transferencias opuestas', en: 'Opposite transfers' },
    summary: {
      es: 'Dos hilos transfieren dinero a la vez, en sentidos opuestos.',
      en: 'Two threads transfer money at once, in opposite directions.',
    },
    tags: ['deadlock'],
    variants: [
      {
        id: 'phase-1',
        title: { es: 'Fase 1: orden de llegada', en: 'Phase 1: order of arrival' },
        expected: { verdict: 'violation', kinds: ['deadlock'], outcomes: ['fin\n'] },
      },
      {
        id: 'phase-2',
        title: { es: 'Fase 2: orden global', en: 'Phase 2: global order' },
        expected: { verdict: 'safe', kinds: [], outcomes: ['fin\n'] },
        breaks: {
          condition: 'circularWait',
          price: {
            es: 'Hay que conocer todas las cuentas antes de empezar.',
            en: 'Every account must be known before.',
          },
        },
      },
    ],
    domain: {
      cards: [1, 2].map((id) => ({
        title: { es: `Cuenta ${id}`, en: `Account ${id}` },
        icon: 'account' as const,
        fields: [
          { label: { es: 'Saldo', en: 'Balance' }, place: `Cuenta-${id}.balance`, unit: '€' },
        ],
      })),
      invariant: {
        kind: 'sum',
        text: { es: 'El total es siempre 200', en: 'The total is always 200' },
        places: ['Cuenta-1.balance', 'Cuenta-2.balance'],
        value: 200,
      },
    },
    sources: { 'phase-1': PHASE_1, 'phase-2': PHASE_1.replace('# ', '') },
    notes: {
      es: '# Transferencias opuestas\n\nCada hilo **posee** una cuenta y *espera* la otra.\n\n- primero\n- después\n',
      en: '# Opposite transfers\n\nEach thread **holds** one account and *waits* for the other.\n\n- first\n- then\n',
    },
  },
  {
    slug: 'counter',
    family: 'classics',
    order: 1,
    title: { es: 'Contador compartido', en: 'Shared counter' },
    summary: {
      es: 'Dos hilos suman uno a la misma variable.',
      en: 'Two threads add one to the same variable.',
    },
    tags: ['race'],
    variants: [
      {
        id: 'no-lock',
        title: { es: 'Sin cerrojo', en: 'No lock' },
        expected: { verdict: 'violation', kinds: ['race'], outcomes: ['1\n', '2\n'] },
      },
    ],
    sources: { 'no-lock': COUNTER },
    notes: { es: 'Cuenta atrás.', en: 'Count down.' },
  },
]

/** The record of the deadlock. */
export function deadlockRecord(id = 'run-1'): RunRecord {
  return {
    id,
    program: {
      source: PHASE_1,
      name: 'phase-1.py',
      scenario: { slug: 'transfer-opposite', variant: 'phase-1' },
    },
    options: { mode: 'simulate', scheduler: 'random', seed: 1 },
    outcome: {
      kind: 'deadlock',
      cycle: [
        { thread: 'Hilo-1', holds: ['Cuenta-1'], waitsFor: 'Cuenta-2' },
        { thread: 'Hilo-2', holds: ['Cuenta-2'], waitsFor: 'Cuenta-1' },
      ],
    },
    output: '',
    events: 11,
    seconds: 0.012,
    startedAt: 1_700_000_000_000,
  }
}

/** Of what is started nothing follows by itself: tests emit how it goes. */
const STARTED = {
  'run.start': () => ({ kind: 'started', id: 'run-1' }),
  'run.stop': () => ({}),
  'explore.start': () => ({ kind: 'started', id: 'exploration-1' }),
  'explore.cancel': () => ({}),
}

export function createTestBridge(): TestBridge {
  const calls: { name: string; payload: unknown }[] = []
  const listeners = new Set<(event: unknown) => void>()
  let settings: Settings = { locale: 'es', theme: 'light', timeout: 10 }
  let saved = [deadlockRecord('saved-1'), deadlockRecord('saved-2')]
  const trace = new Uint8Array(encodeTrace(deadlockTrace()))

  const emit = (event: HostEvent): void => listeners.forEach((listener) => listener(event))
  const answers: Readonly<Record<string, (payload: unknown) => unknown>> = {
    'host.about': () => ({
      contract: 1,
      version: '0.1.0',
      kind: 'server',
      isPersistent: true,
      dataFolder: '/data',
    }),
    'scenarios.list': () => SCENARIOS,
    ...STARTED,
    'schedule.follow': (payload) => followPhase1(choicesOf(payload)),
    'runs.list': () =>
      saved.map(({ id, options, outcome, events, seconds, startedAt, program }) => ({
        id,
        options,
        outcome,
        events,
        seconds,
        startedAt,
        name: program.name,
        scenario: program.scenario,
      })),
    'runs.open': (payload) => ({ record: saved.find(({ id }) => id === idOf(payload)), trace }),
    'runs.delete': (payload) => {
      saved = saved.filter(({ id }) => id !== idOf(payload))
      return {}
    },
    'settings.get': () => settings,
    'settings.set': (payload) => {
      settings = payload as Settings
      return {}
    },
  }

  return {
    calls,
    emit,
    finish: () => emit({ kind: 'finished', record: deadlockRecord(), trace }),
    call(name, payload): Promise<CallResult> {
      calls.push({ name, payload })
      const answer = answers[name]
      return Promise.resolve(
        answer === undefined
          ? { ok: false, error: { code: 'unknownCall', message: name } }
          : { ok: true, value: answer(payload) },
      )
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function choicesOf(payload: unknown): readonly ScheduleChoice[] {
  return CALLS['schedule.follow'].input.parse(payload).choices
}

function idOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined
}
