const usage = `cerrojo run FILE [--seed N] [--scheduler random|pct|round-robin] [--schedule S.json] [--save-schedule S.json] [--json]
    one simulated run; the same seed gives the same run
cerrojo live FILE [--runs N] [--timeout SECONDS] [--keep FOLDER] [--check-against-model] [--save-schedule S.json] [--json]
    real threads, real locks, a real database; --keep keeps the files of the run;
    --check-against-model tells whether the model can make the same run, --save-schedule lets run --schedule replay the last
cerrojo trace FILE [--format perfetto|jsonl|csv] [-o OUT]
    writes the trace of a simulated run
cerrojo lint FILE [--json]
    diagnostics, what threads share, which locks guard it, and in which order they are taken
cerrojo check FILE [--max-states N] [--max-seconds S] [--workers N] [--no-reduction] [--fail-on-race] [--json]
    every interleaving: safe, violation with its shortest interleaving, or inconclusive
Everywhere: --lang es|en.
Exit codes: 0 finished or safe, 1 violation, 2 refused, 3 nothing proven (timeout, limit, bound).`

/** What the command line says. */
export const commandLine = {
  usage,
  noFile: 'No program was named. Name a Python file: cerrojo run program.py',
  missingFile: 'missingFile: {file} does not exist. Check the path and the spelling of the name.',
  notAFile: 'notAFile: {file} is not a file. Name a Python file.',
  unreadableFile: 'unreadableFile: {file} cannot be read ({reason}). Check its permissions.',
  badSchedule:
    'badSchedule: {file} is not a recorded schedule ({reason}). Use a file that Cerrojo wrote.',
  cannotWrite: 'cannotWrite: the file cannot be written. {reason}',
  noSchedule:
    'noSchedule: {file} was not written: no schedule is known that replays the whole last run. --check-against-model tells why.',
  badOption: 'badOption: {message}',
  workerEnded:
    'workerEnded: a worker thread of the search has ended; --workers 1 does without. {reason}',
  badNumber: 'badNumber: --{name} {text} is not a number from {least} to {most}.',
  unknownCommand: 'unknownCommand: there is no command {name}.',
  unknownFormat: 'unknownFormat: there is no format {name}. Choose perfetto, jsonl or csv.',
  unknownScheduler:
    'unknownScheduler: there is no scheduler {name}. Choose random, pct (random priorities) or round-robin.',
  tooManyFiles: 'tooManyFiles: one program at a time; {name} is one too many.',
  check: {
    safe: 'Safe: every interleaving was covered ({interleavings} interleavings, {states} states, {seconds} s).',
    violation: 'Violation ({interleavings} interleavings, {states} states, {seconds} s).',
    inconclusive:
      'Inconclusive: {bound}, so not every interleaving was seen ({states} states, {seconds} s). That no violation was found up to here proves nothing.',
    uncounted: 'uncounted',
    bound: {
      states: 'the bound on states was reached (raise it with --max-states)',
      memory: 'the memory for states was used up',
      cancelled: 'the time was over (allow more with --max-seconds)',
      steps: 'a bound on steps was reached',
      silentLoop: 'a thread computed without end between two visible operations',
      heap: 'the memory of the program was used up',
      depth: 'calls were nested too deep',
      output: 'the program printed too much',
      threads: 'the program started too many threads',
      events: 'a bound on events was reached',
      complexNumber: 'a result was a complex number, which classroom Python does not have',
      unsupportedMethod:
        'a method of a built-in type that Cerrojo does not have was used (run the program to see which)',
      invariantEffect:
        'an invariant does more than look: it waits, prints, or changes a synchronisation object',
    },
    shortest: '  Shortest way there: {length} operations, {switches} changes of thread: {steps}',
    way: '  A way there: {length} operations, {switches} changes of thread: {steps}',
    livelock:
      'Livelock: {threads} can go round this loop for ever without progress of anybody: {loop}',
    starvation:
      'Starvation: {threads} waits at line {line} and may never get through, while others go round for ever: {loop}',
    kind: { livelock: 'livelock', starvation: 'starvation' },
    undecided: 'Undecided, because the search for loops reached its bound: {kinds}.',
    decision:
      '  This choice decides: up to here ({equal}) there are good ends; once {bad} goes on (line {badLine}) instead of {good} (line {goodLine}), none is left.',
    good: '  A schedule that ends well: {steps}',
    race: 'Race on {variable}: {firstThread} at line {firstLine} and {secondThread} at line {secondLine}; nothing orders the two.',
    outcome: 'Output {output}',
    counted: 'Output {output}: {interleavings} interleavings',
    lockOrder: 'Order in which locks are taken: {order}.',
    sampled: 'Taken with one value only: {names}. The verdict speaks of that value.',
  },
  detected: 'The deadlock was known {ms} ms after the call that closed the cycle.',
  model: {
    conforms: 'Model: it makes the same run, {events} events compared.',
    mismatch:
      'Model: it differs after {events} equal events. Event {event}, {thread}, line {line}: live {live}; model {model}. Please report this: it is a fault of Cerrojo, not of the program.',
    unrecorded:
      'Model: undecided after {events} equal events. The run may depend on what no trace records, such as the clock, random numbers or the order of operations on primitives other than locks.',
    limit: 'Model: undecided after {events} equal events: the model reached a bound.',
    waits: 'the thread waits',
    ended: 'the thread makes no further event',
  },
  counts: 'Runs: {counts}',
  lint: {
    thread: 'Thread {name}, made at line {line}',
    threads: 'Threads {name}, made at line {line}; several may run at the same time',
    nothingShared: 'No thread changes what another may use at the same time.',
    shared: 'Shared: {name}, read at lines {reads}, written at lines {writes}',
    written: 'Shared: {name}, written at lines {writes}',
    guard: {
      always: '{lock} is held at every access',
      alwaysOwn: '{lock} of the same object is held at every access',
      sometimes: '{lock} may be held at lines {held}, and is not at lines {missing}',
      partly: '{lock} is held by some threads at lines {missing}, and not by all',
      undecided: '{lock}: whether it is always held at lines {possible} cannot be decided',
    },
    unguarded: 'No lock is held at any access',
    conflicts: 'Lines that no lock in common keeps apart: {pairs}',
    noLocks: 'The program acquires no lock.',
    site: 'line {line}: acquires {lock}',
    edge: 'line {line}: acquires {acquired} while {held} (line {heldLine}) is held',
    circular: {
      none: 'Circular wait: impossible. No path takes locks in a circle.',
      possible: 'Circular wait: possible, {cycle}.',
      undecided:
        'Circular wait: cannot be decided from the source. {cycle} is a circle of names, and a name stands for several locks.',
    },
  },
  position: '{thread} at line {line}, column {column}',
  waits: '{thread} waits for {waitsFor}',
  holdsAndWaits: '{thread} holds {holds} and waits for {waitsFor}',
  outcome: {
    finished: 'Finished.',
    deadlock: 'Deadlock, proven by a cycle of waits: {cycle}.',
    stuck: 'Stuck: nobody can go on, and there is no cycle. {waiting}.',
    assertion: 'Assertion failed in {thread}, line {line}, column {column}: {message}',
    exception: 'Exception left {thread}, line {line}, column {column}: {message}',
    timeout:
      'timeout: {seconds} s were over and the run was ended. This proves nothing; a deadlock is only reported with its cycle. Where the threads stood: {positions}.',
    stopped: 'Stopped.',
  },
  limit: {
    steps:
      'Limit reached at line {line}, column {column}: {limit} steps. Is there a loop that never ends?',
    silentLoop:
      'Limit reached at line {line}, column {column}: {limit} instructions without one visible operation. Other threads can do nothing to end this loop; let it read shared data or end by itself.',
    heap: 'Limit reached at line {line}, column {column}: the memory of the program is used up. Let it keep less data.',
    depth:
      'Limit reached at line {line}, column {column}: calls are nested too deep. Does the recursion end?',
    output:
      'Limit reached at line {line}, column {column}: more than {limit} characters printed. Print less.',
    threads:
      'Limit reached at line {line}, column {column}: more than {limit} threads started. Start fewer threads.',
    events:
      'Limit reached at line {line}, column {column}: more than {limit} events. Let the program do less.',
    complexNumber:
      'Stopped at line {line}, column {column}: the result is a complex number, which classroom Python does not have. Raise only numbers that are not negative to powers with a fraction.',
    unsupportedMethod:
      'Stopped at line {line}, column {column}: “{name}” exists in Python and Cerrojo does not have it. Write the same with the methods that Cerrojo has, or with a loop.',
    invariantEffect:
      'Stopped: an invariant does more than look. It is checked between two steps, so it needs no lock: let it only read and compare, without printing, waiting, acquiring or putting.',
  },
} as const
