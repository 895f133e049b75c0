/** Texts of the mode in which the student decides who goes on. */
export const step = {
  label: 'Steps by hand',
  button: 'Step',
  buttonOf: 'Step {thread}',
  timeout: 'Let the wait time out',
  timeoutOf: 'Let the wait of {thread} time out',
  back: 'One step back',
  forward: 'Redo the step',
  start: 'Back to the start',
  count: 'Steps: {count}',
  nextLine: 'goes on at line {line}',
  reason: {
    ended: 'Has ended',
    failed: 'Has ended with an exception',
    notStarted: 'Has not been started yet',
    over: 'The run is already over',
    waiting: 'Cannot go on now',
    other: '{thread}: {reason}',
  },
  wakes: 'The step wakes it up',
  invitation: 'You are the scheduler',
  invitationText:
    'Press Step on the card of a thread, or its key, and only that thread goes on, up to its next operation that others can see. Every event will appear here.',
  invitationPredict:
    'Try to lead the program to its worst ending; you can always take a step back.',
  underWay: 'Under way',
  underWayText: 'There is a verdict once the program ends or provably cannot end.',
  canGoOn: 'Able to go on: {threads}.',
  facts: 'Scheduled by hand · steps: {steps} · events: {events}',
  narration: 'Step {count}: {text}. {threads}',
  narrationStart: 'Before the first event. {threads}',
  problem: {
    tooLong: 'No more than {limit} steps can be taken by hand. Step back or return to the start.',
    unreadable: 'The answer of the lab could not be read; the step was not taken.',
  },
} as const
