/** Routines of `threading`. */
export const THREADING_ROUTINES = {
  module: 'threading',
  names: ['waitFor', 'barrierAction', 'timer', 'run'],
  source: `
def routine_run(target, args, kwargs):
    if target:
        target(*args, **kwargs)

def routine_waitFor(self, predicate, timeout):
    end = None
    left = timeout
    result = predicate()
    while not result:
        if left is not None:
            if end is None:
                end = _now() + left
            else:
                left = end - _now()
                if left <= 0:
                    break
        if not self.wait(left):
            return predicate()
        result = predicate()
    return result

def routine_barrierAction(self, action):
    try:
        action()
    except BaseException:
        self._broken()
        raise
    return self._passed()

def routine_timer(finished, interval, function, args, kwargs):
    finished.wait(interval)
    if not finished.is_set():
        function(*args, **kwargs)
    finished.set()
`,
} as const
