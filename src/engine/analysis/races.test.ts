import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomScheduler } from '../schedule'
import { simulationOf } from '../schedule/simulation.testing'
import { createTraceBuilder, EVENT, NO_INDEX, type Trace } from '../trace'
import { traceOf } from '../trace/trace.testing'
import { racesOf } from './races'

/** Races as `n: 5 write a {} × 5 read b {lock}`. */
function racesIn(trace: Trace): string[] {
  const name = (place: number): string => trace.places[place]?.name ?? ''
  return racesOf(trace).map(({ place, first, second }) => {
    const [one, other] = [first, second].map(({ line, isWrite, thread, holds }) => {
      const verb = isWrite ? 'write' : 'read'
      const locks = holds.map(name).join(',')
      return `${String(line)} ${verb} ${trace.threads[thread]?.name ?? ''} {${locks}}`
    })
    return `${name(place)}: ${one ?? ''} × ${other ?? ''}`
  })
}

describe('races', () => {
  it('two threads that write without a lock race', () => {
    const trace = traceOf(`
      main start a
      main start b
      a write n 1 @5
      b write n 2 @5
    `)
    expect(racesIn(trace)).toEqual(['n: 5 write a {} × 5 write b {}'])
  })

  it('twin: under one lock they do not', () => {
    const trace = traceOf(`
      main start a
      main start b
      a acquire l
      a write n 1 @5
      a release l
      b acquire l
      b write n 2 @5
      b release l
    `)
    expect(racesIn(trace)).toEqual([])
  })

  it('under different locks they race, and the locks are named', () => {
    const trace = traceOf(`
      main start a
      main start b
      a acquire l1
      a read n 1 @5
      a release l1
      b acquire l2
      b write n 2 @9
      b release l2
    `)
    expect(racesIn(trace)).toEqual(['n: 5 read a {l1} × 9 write b {l2}'])
  })

  it('two reads do not race', () => {
    expect(racesIn(traceOf('main start a\nmain read n 1\na read n 1'))).toEqual([])
  })

  it.each([
    ['what was written before start', 'main write n 1\nmain start a\na write n 2', []],
    [
      'twin: what is written after start races',
      'main start a\nmain write n 1 @1\na write n 2 @2',
      ['n: 1 write main {} × 2 write a {}'],
    ],
    ['what is read after join', 'main start a\na write n 1\na end\nmain join a\nmain read n 1', []],
    [
      'twin: a join that gave up orders nothing',
      'main start a\na write n 1 @1\nmain join a timeout\nmain read n 1 @2',
      ['n: 1 write a {} × 2 read main {}'],
    ],
    [
      'a commit comes before what begins after it',
      `main start a\nmain write n 1\nmain databaseBegin x.db\nmain databaseCommit x.db
       a databaseRead x.db\na read n 1`,
      [],
    ],
    [
      'twin: a read transaction gives nothing to others',
      `main start a\nmain write n 1 @1\nmain databaseRead x.db\na databaseBegin x.db
       a databaseCommit x.db\na read n 1 @2`,
      ['n: 1 write main {} × 2 read a {}'],
    ],
    [
      'one lock after another carries order through a third thread',
      `main start a\nmain start b\nmain start c\na write n 1\na acquire l\na release l
       b acquire l\nb release l\nb acquire m\nb release m\nc acquire m\nc read n 1`,
      [],
    ],
    [
      'twin: a failed acquisition orders nothing',
      `main start a\nmain start b\na write n 1 @1\na acquire l\na release l
       b acquireFailed l\nb read n 1 @2`,
      ['n: 1 write a {} × 2 read b {}'],
    ],
  ])('%s', (_, notation, expected) => {
    expect(racesIn(traceOf(notation))).toEqual(expected)
  })

  it('a pair of lines is told once, however often it races', () => {
    const trace = traceOf(`
      main start a
      main start b
      a read n 0 @5
      a write n 1 @5
      b read n 1 @5
      b write n 2 @5
      a read n 2 @5
      b read n 2 @7
    `)
    expect(racesIn(trace)).toEqual([
      'n: 5 write a {} × 5 read b {}',
      'n: 5 write a {} × 7 read b {}',
    ])
  })

  it('an element races with the same element only, a container with calls on it', () => {
    const trace = traceOf(`
      main start a
      main start b
      a write d[1] 1 @1
      b write d[2] 1 @2
      a callWrite #s add(1) @3
      b callRead #s len @4
    `)
    expect(racesIn(trace)).toEqual(['s: 3 write a {} × 4 read b {}'])
  })

  it('limitation: a call that changes a container is not compared with accesses to its elements', () => {
    const trace = traceOf(`
      main start a
      a write d[1] 1
      main callWrite #d clear()
    `)
    expect(racesIn(trace)).toEqual([])
  })

  it('an empty trace has none', () => {
    expect(racesOf(traceOf(''))).toEqual([])
  })
})

/** Happens-before by its definition: the transitive closure of all edges. Cubic. */
function pairsByDefinition(trace: Trace): string[] {
  const before = Array.from({ length: trace.length }, () => new Set<number>())
  for (let late = 0; late < trace.length; late++) {
    for (let early = 0; early < late; early++) {
      if (!isEdge(trace, early, late)) continue
      before[late]?.add(early)
      for (const event of before[early] ?? []) before[late]?.add(event)
    }
  }
  const pairs = new Set<string>()
  for (let late = 0; late < trace.length; late++) {
    for (let early = 0; early < late; early++) {
      if (!isConflict(trace, early, late) || before[late]?.has(early) === true) continue
      pairs.add([trace.line[early], trace.line[late]].sort().join())
    }
  }
  return [...pairs].sort()
}

function isEdge(trace: Trace, early: number, late: number): boolean {
  const [thread, other] = [trace.thread[early], trace.thread[late]]
  if (thread === other) return true
  const [one, two] = [trace.kind[early], trace.kind[late]]
  const subject = (event: number): number | undefined => {
    const place = trace.places[trace.place[event] as number]
    return place?.kind === 'thread' ? place.thread : undefined
  }
  if (one === EVENT.start) return subject(early) === other
  if (two === EVENT.join) return subject(late) === thread
  const isHandOver = one === EVENT.release && two === EVENT.acquire
  return isHandOver && trace.place[early] === trace.place[late]
}

function isConflict(trace: Trace, early: number, late: number): boolean {
  const isWrite = (event: number): boolean => trace.kind[event] === EVENT.write
  const isAccess = (event: number): boolean => isWrite(event) || trace.kind[event] === EVENT.read
  return (
    trace.thread[early] !== trace.thread[late] &&
    trace.place[early] === trace.place[late] &&
    isAccess(early) &&
    isAccess(late) &&
    (isWrite(early) || isWrite(late))
  )
}

const statement = fc.constantFrom('x += 1', 'y = x', 'y = 2', 'x = y', 'print(x)')
const block = fc.oneof(
  statement.map((line) => [line]),
  fc
    .tuple(fc.constantFrom('l', 'm'), fc.array(statement, { minLength: 1, maxLength: 2 }))
    .map(([lock, lines]) => [`with ${lock}:`, ...lines.map((line) => `    ${line}`)]),
)
const body = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.flat())

/** Three threads; the main thread touches the same globals before, between and after. */
function programOf(bodies: readonly (readonly string[])[], middle: readonly string[]): string {
  const functions = bodies.map((lines, i) =>
    [`def f${String(i)}():`, '    global x, y', ...lines.map((line) => `    ${line}`)].join('\n'),
  )
  const threads = bodies.map((_, i) => `t${String(i)} = threading.Thread(target=f${String(i)})`)
  return [
    'import threading',
    'l = threading.Lock()\nm = threading.Lock()\nx = 0\ny = 0',
    ...functions,
    ...threads,
    't0.start()\nt1.start()',
    ...middle,
    't0.join()\nt2.start()',
    ...middle,
    't1.join()\nt2.join()\nprint(x, y)\n',
  ].join('\n')
}

describe('races of random programs', () => {
  it('are those of happens-before by its definition', () => {
    fc.assert(
      fc.property(
        fc.tuple(body, body, body),
        body,
        fc.integer({ min: 0, max: 1e6 }),
        (bodies, middle, seed) => {
          const simulation = simulationOf(programOf(bodies, middle))
          simulation.run(randomScheduler(seed))
          const { trace } = simulation.result()
          const found = racesOf(trace).map(({ first, second }) =>
            [first.line, second.line].sort().join(),
          )
          expect(found.sort()).toEqual(pairsByDefinition(trace))
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Eight threads that read and write eight shared places, half of the time under a lock. */
function longTrace(length: number): Trace {
  const builder = createTraceBuilder('simulated')
  for (let i = 0; i < 8; i++) builder.thread({ name: `t${String(i)}`, isDaemon: false })
  const lock = builder.place({ kind: 'lock', name: 'l', lock: 'lock' })
  const places = Array.from({ length: 8 }, (_, i) =>
    builder.place({ kind: 'global', name: `g${String(i)}` }),
  )
  const steps = [EVENT.acquire, EVENT.read, EVENT.write, EVENT.release, EVENT.read, EVENT.write]
  for (let i = 0; i < length; i++) {
    const round = Math.floor(i / steps.length)
    const kind = steps[i % steps.length] ?? EVENT.read
    const isLock = kind === EVENT.acquire || kind === EVENT.release
    builder.add({
      kind,
      thread: round % 8,
      place: isLock ? lock : (places[(round >> 3) % 8] ?? NO_INDEX),
      value: NO_INDEX,
      line: 10 + (i % steps.length),
      time: i,
    })
  }
  return builder.finish()
}

describe('cost', () => {
  it('a million events take seconds at most, not the minutes of comparing all with all', () => {
    const trace = longTrace(1_000_000)
    const startMs = performance.now()
    racesOf(trace)
    expect(performance.now() - startMs).toBeLessThan(15_000)
  }, 60_000)
})
