/** How a run ended: its name, the sentence that proves it, and what it means. Used by the window and the command line. */
export const outcome = {
  finished: {
    name: 'Finished',
    proof: 'Every thread reached its end.',
    meaning: 'No thread failed. Another interleaving might end differently.',
  },
  deadlock: {
    name: 'Deadlock',
    proof: 'Cycle in the wait-for graph: {cycle}.',
    meaning:
      'No thread of the cycle can go on: each one waits for something only another of the cycle can give.',
  },
  stuck: {
    name: 'Stuck',
    proof: 'Nobody can go on and there is no cycle: {waiting}.',
    meaning: 'Not a deadlock: nobody is left to give what they wait for.',
  },
  assertion: {
    name: 'Assertion failed',
    proof: '{thread} failed at line {line}: {message}',
    meaning: 'The program checked something that had to be true, and it was not.',
  },
  exception: {
    name: 'Exception',
    proof: '{thread} ended by an exception at line {line}: {message}',
    meaning: 'An unhandled exception ended a thread.',
  },
  timeout: {
    name: 'Time is up',
    proof: '{seconds} s went by and the program had not ended.',
    meaning: 'Not proof of deadlock: the program could still make progress.',
  },
  stopped: {
    name: 'Stopped',
    proof: 'Somebody asked the run to stop.',
    meaning: 'It says nothing about what would have happened next.',
  },
  limit: {
    name: 'Limit reached',
    proof: 'The run stopped at a limit: {limit}.',
    proofAt: 'The run stopped at line {line} because of a limit: {limit}.',
    meaning: 'Proof neither of a deadlock nor of a correct program.',
    code: {
      steps: 'steps ({limit})',
      silentLoop: 'loop turns without any visible operation ({limit})',
      heap: 'memory of the program ({limit})',
      depth: 'depth of calls ({limit})',
      output: 'printed text ({limit})',
      threads: 'threads ({limit})',
      events: 'events of the trace ({limit})',
      complexNumber: 'complex numbers, which classroom Python does not have',
      unsupportedMethod: '{name}, which Cerrojo does not have',
      invariantEffect: 'an invariant that does more than look',
    },
  },
  /** One thread of a cycle, in words; several are joined as a list of the language. */
  link: {
    holding: '{thread} holds {holds} and waits for {waitsFor}',
    waiting: '{thread} waits for {waitsFor}',
  },
} as const
