const usage = `cerrojo run FILE [--seed N] [--scheduler random|round-robin] [--schedule S.json] [--save-schedule S.json] [--json]
    one simulated run; the same seed gives the same run
cerrojo live FILE [--runs N] [--timeout SECONDS] [--keep FOLDER] [--json]
    real threads, real locks, a real database; --keep keeps the files of the run
cerrojo trace FILE [--format perfetto|jsonl|csv] [-o OUT]
    writes the trace of a simulated run
cerrojo lint FILE [--json]
    diagnostics and the order in which locks may be taken
cerrojo check FILE
    every interleaving: not there yet
Everywhere: --lang es|en.
Exit codes: 0 finished, 1 violation, 2 refused, 3 nothing proven (timeout, limit).`

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
  badOption: 'badOption: {message}',
  badNumber: 'badNumber: --{name} {text} is not a number from {least} to {most}.',
  unknownCommand: 'unknownCommand: there is no command {name}.',
  unknownFormat: 'unknownFormat: there is no format {name}. Choose perfetto, jsonl or csv.',
  unknownScheduler: 'unknownScheduler: there is no scheduler {name}. Choose random or round-robin.',
  tooManyFiles: 'tooManyFiles: one program at a time; {name} is one too many.',
  checkMissing:
    'check is not there yet: exploring every interleaving comes with a later version. Use run with several seeds, or live --runs N; neither proves that a program is safe.',
  detected: 'The deadlock was known {ms} ms after the call that closed the cycle.',
  counts: 'Runs: {counts}',
  noLocks: 'The program acquires no lock.',
  site: 'line {line}: acquires {lock}',
  edge: 'line {line}: acquires {acquired} while {held} (line {heldLine}) is held',
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
  },
} as const
