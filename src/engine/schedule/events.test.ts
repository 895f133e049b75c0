import { describe, expect, it } from 'vitest'
import { EVENT, NO_INDEX, type Trace } from '../trace'
import { roundRobinScheduler } from './roundRobin'
import { simulationOf } from './simulation.testing'

const NAMES = new Map<number, string>(Object.entries(EVENT).map(([name, code]) => [code, name]))

/** Events as `Hilo-1 acquire Cuenta-1 = value @line`. */
function eventsOf(trace: Trace): string[] {
  return Array.from({ length: trace.length }, (_, i) => {
    const place = trace.place[i] as number
    const value = trace.value[i] as number
    const parts = [
      trace.threads[trace.thread[i] as number]?.name,
      NAMES.get(trace.kind[i] as number),
      place === NO_INDEX ? '' : trace.places[place]?.name,
      value === NO_INDEX ? '' : `= ${trace.texts[value] ?? ''}`,
      `@${String(trace.line[i])}`,
    ]
    return parts.filter((part) => part !== '').join(' ')
  })
}

function traceOf(source: string): Trace {
  const simulation = simulationOf(source)
  simulation.run(roundRobinScheduler())
  return simulation.result().trace
}

describe('events of a simulated run', () => {
  it('a locked increment is acquire, read, write, release, in that order', () => {
    const events = eventsOf(
      traceOf(`import threading
status_lock = threading.Lock()
n = 0
def work():
    global n
    with status_lock:
        n += 1
t = threading.Thread(target=work, name="Hilo-1")
t.start()
t.join()
`),
    )
    expect(events).toEqual([
      'MainThread initial n = 0 @9',
      'MainThread start Hilo-1 @9',
      'MainThread joinWait Hilo-1 @10',
      'Hilo-1 begin Hilo-1 @6',
      'Hilo-1 acquire status_lock @6',
      'Hilo-1 read n = 0 @7',
      'Hilo-1 write n = 1 @7',
      'Hilo-1 release status_lock @6',
      'Hilo-1 end Hilo-1 @6',
      'MainThread join Hilo-1 @10',
      'MainThread end MainThread @10',
    ])
  })

  it('an operation on a shared container that fails has read it', () => {
    const events = eventsOf(
      traceOf(`import threading
seats = {1, 2}
prices = {"a": 1}
rows = [1]
def work():
    for look in (lambda: prices["b"], lambda: rows[5], lambda: prices.pop("b")):
        try:
            look()
        except LookupError:
            pass
    try:
        del prices["b"]
    except KeyError:
        pass
    try:
        rows[5] = 2
    except IndexError:
        pass
    for seat in seats:
        seats.add(seat + 2)
t = threading.Thread(target=work, name="Hilo-1")
t.start()
`),
    )
    const operations = events.filter((event) => event.includes(' call'))
    expect(operations).toEqual([
      "Hilo-1 callRead prices = item 'b' @6",
      'Hilo-1 callRead rows = item 5 @6',
      "Hilo-1 callWrite prices = pop('b') @6",
      "Hilo-1 callRead prices = item 'b' @12",
      'Hilo-1 callRead rows = item 5 @16',
      'Hilo-1 callRead seats = iter @19',
      'Hilo-1 callRead seats = next 1 @19',
      'Hilo-1 callWrite seats = add(3) @20',
      'Hilo-1 callRead seats = next @19',
    ])
  })

  it('an object is called by its own name, and its lock like the object', () => {
    const events = eventsOf(
      traceOf(`import threading
class Account:
    def __init__(self, number):
        self.name = f"Cuenta-{number}"
        self.balance = 100
        self.lock = threading.Lock()
accounts = [Account(1), Account(2)]
def work():
    with accounts[1].lock:
        accounts[1].balance -= 5
t = threading.Thread(target=work, name="Hilo-1")
t.start()
t.join()
`),
    )
    expect(events).toContain("MainThread initial Cuenta-2.name = 'Cuenta-2' @12")
    expect(events).toContain('MainThread initial Cuenta-2.balance = 100 @12')
    expect(events).toContain('Hilo-1 acquire Cuenta-2 @9')
    expect(events).toContain('Hilo-1 write Cuenta-2.balance = 95 @10')
  })

  it('calls on shared containers are one event each, with their argument', () => {
    const events = eventsOf(
      traceOf(`import threading
connected_drivers = {"drv-1"}
current_sessions = {"CP-1": 1}
def work():
    connected_drivers.add("drv-2")
    if "drv-1" in connected_drivers:
        current_sessions["CP-2"] = 7
    size = len(connected_drivers)
t = threading.Thread(target=work, name="Kafka")
t.start()
t.join()
`),
    )
    expect(events).toEqual(
      expect.arrayContaining([
        "MainThread initial connected_drivers = {'drv-1'} @10",
        "Kafka callWrite connected_drivers = add('drv-2') @5",
        "Kafka callRead connected_drivers = in 'drv-1' @6",
        "Kafka write current_sessions['CP-2'] = 7 @7",
        'Kafka callRead connected_drivers = len @8',
      ]),
    )
  })

  it('what no other thread can reach makes no event', () => {
    const events = eventsOf(
      traceOf(`import threading
def work():
    mine = []
    for i in range(5):
        mine.append(i)
    mine[0] = 9
t = threading.Thread(target=work, name="Hilo-1")
t.start()
t.join()
`),
    )
    expect(events.filter((event) => event.startsWith('Hilo-1'))).toEqual([
      'Hilo-1 begin Hilo-1 @3',
      'Hilo-1 end Hilo-1 @6',
    ])
  })

  it('an object stored in something shared is shared from then on', () => {
    const events = eventsOf(
      traceOf(`import threading
box = []
def work():
    mine = [1]
    mine.append(2)
    box.append(mine)
    mine.append(3)
t = threading.Thread(target=work, name="Hilo-1")
t.start()
t.join()
`),
    )
    expect(events.filter((event) => event.startsWith('Hilo-1 call'))).toEqual([
      'Hilo-1 callWrite box = append([1, 2]) @6',
      'Hilo-1 callWrite box[0] = append(3) @7',
    ])
  })

  it('a thread that finds the lock taken is traced as blocked, once', () => {
    const events = eventsOf(
      traceOf(`import threading
lock = threading.Lock()
def work():
    with lock:
        print("in")
a = threading.Thread(target=work, name="A")
b = threading.Thread(target=work, name="B")
a.start()
b.start()
`),
    )
    const blocks = events.filter((event) => event.includes(' block '))
    expect(blocks).toEqual(['B block lock @4'])
    expect(events.indexOf('B block lock @4')).toBeLessThan(events.indexOf('B acquire lock @4'))
  })

  it('time does not run backwards, and sleep lets it jump', () => {
    const trace = traceOf('import time\ntime.sleep(0.5)\nprint("late")\n')
    expect(eventsOf(trace)).toEqual([
      'MainThread sleep MainThread @2',
      'MainThread wake MainThread @2',
      'MainThread print = late\n @3',
      'MainThread end MainThread @3',
    ])
    expect(trace.time[1] as number).toBeGreaterThanOrEqual(500_000)
    expect([...trace.time]).toEqual([...trace.time].sort((x, y) => x - y))
  })

  it('the database is begin and commit, a read one event', () => {
    const events = eventsOf(
      traceOf(`from cerrojo import ChargingDatabase
db = ChargingDatabase()
db.set_kwh(1, 2.5)
print(db.get_cp(1)["kwh"])
`),
    )
    expect(events.slice(0, 3)).toEqual([
      'MainThread databaseBegin ev_charging.db = set_kwh(1, 2.5) @3',
      'MainThread databaseCommit ev_charging.db = set_kwh(1, 2.5) @3',
      "MainThread databaseRead ev_charging.db = {'id': 1, 'status': 'AVAILABLE', 'driver_id': None, 'kwh': 2.5} @4",
    ])
  })
})

describe('texts of containers', () => {
  const SOURCE = `
import threading
table = {"a": {"n": 1}}
x = [0]

def work():
    global x
    x = []
    x.append(1)
    table["b"] = x
    x.append(table)

t = threading.Thread(target=work, name="Hilo-1")
t.start()
t.join()
`

  it('show what a container held then, not what it holds at the end', () => {
    const events = eventsOf(traceOf(SOURCE))
    const texts = events.flatMap(
      (event) => / (?:initial|write|callWrite) .*(?= @)/.exec(event) ?? [],
    )
    expect(texts.filter((text) => !text.includes('#'))).toEqual([
      " initial table = {'a': {'n': 1}}",
      " initial table['a'] = {'n': 1}",
      ' initial x = []',
      ' write x = []',
      ' callWrite x = append(1)',
      " write table['b'] = […]",
      ' callWrite x = append({…})',
    ])
  })
})

describe('places of elements', () => {
  it('keep their names when the element is deleted or its container outgrows its storage', () => {
    const trace = traceOf(`
import threading
table = {"a": 1}
x = [0]

def work():
    table["gone"] = 1
    x[0] = 1
    del table["gone"]
    for i in range(40):
        table[i] = i
        x.append(i)
    x[0] = 2
    table["a"] = 2
    x[40] = 3
    x.pop()
    table.popitem()

t = threading.Thread(target=work, name="Hilo-1")
t.start()
t.join()
`)
    const names = new Set(trace.places.map((place) => place.name))
    expect([...names].filter((name) => name.includes('#'))).toEqual([])
    expect(names).toContain("table['gone']")
    expect(names).toContain('x[40]')
    expect(names).toContain('table[39]')
  })
})
