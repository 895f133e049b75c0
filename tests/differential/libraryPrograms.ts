/** Threads that share objects of the standard library: which of their operations are one step, and which are several. */
import { twoThreads as pair, type ThreadedProgram } from './threadedProgram'

export const LIBRARY_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'an attribute that is set by its name may be there or not',
    source: pair(
      `class Flag:
    pass
flag = Flag()
def a():
    setattr(flag, "ready", True)
def b():
    print(hasattr(flag, "ready"), getattr(flag, "ready", None))`,
      'print(flag.ready)',
    ),
    endings: ['finished: False None/True', 'finished: False True/True', 'finished: True True/True'],
  },
  {
    title: 'a counter is counted up in two steps, and counts items in one',
    source: pair(
      `from collections import Counter
tally = Counter()
def a():
    tally["x"] += 1
def b():
    tally.update("xy")`,
      'print(tally["x"], tally["y"])',
    ),
    endings: ['finished: 1 1', 'finished: 2 1'],
  },
  {
    title: 'a counter that adds the counts of another goes from one to the next',
    source: pair(
      `from collections import Counter
tally = Counter(x=1, y=1)
def a():
    tally.update({"x": 1, "y": 1})
def b():
    print(tally["y"], tally["x"])`,
      'print(tally.total())',
    ),
    endings: ['finished: 1 1/4', 'finished: 1 2/4', 'finished: 2 2/4'],
  },
  {
    title: 'a partial is the step that what it calls is',
    source: pair(
      `from functools import partial
items = []
lock = threading.Lock()
take = partial(lock.acquire)
give = partial(lock.release)
def a():
    take()
    partial(items.append, 1)()
    partial(items.append)(2)
    give()
def b():
    take()
    print(partial(len, items)())
    give()`,
      'print(partial(getattr, lock, "locked")()(), items)',
    ),
    endings: ['finished: 0/False [1, 2]', 'finished: 2/False [1, 2]'],
  },
  {
    title: 'without a lock a partial may read between two steps',
    source: pair(
      `from functools import partial
items = []
add = partial(items.append)
def a():
    add(1)
    add(2)
b = partial(lambda seen: print(len(seen)), items)`,
      'print(len(items))',
    ),
    endings: ['finished: 0/2', 'finished: 1/2', 'finished: 2/2'],
  },
]
