/**
 * Threaded programs with special methods. Their code is ordinary code: in CPython threads may switch inside a comparison, a
 * test of truth or `+=`, and so they do here.
 */
import { twoThreads, type ThreadedProgram } from './threadedProgram'

const TASKS = `import queue
class Task:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name
    def __lt__(self, other):
        return self.priority < other.priority
    def __repr__(self):
        return self.name
tasks = queue.PriorityQueue()`

const ACCOUNT = `class Account:
    def __init__(self, cents):
        self.cents = cents
    def __iadd__(self, cents):
        self.cents += cents
        return self
    def __lt__(self, other):
        return self.cents < other.cents
    def __eq__(self, other):
        return self.cents == other.cents
    def __bool__(self):
        return self.cents > 0
    def __str__(self):
        return str(self.cents)`

export const SPECIAL_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'a priority queue of own objects gives the least first, whoever put it',
    source: twoThreads(
      `${TASKS}
def a():
    tasks.put(Task(2, "write"))
    tasks.put(Task(3, "sleep"))
def b():
    tasks.put(Task(1, "read"))`,
      'print(tasks.get(), tasks.get(), tasks.get(), tasks.empty())',
    ),
    endings: ['finished: read write sleep True'],
  },
  {
    title: 'two workers share out the tasks of a priority queue',
    source: twoThreads(
      `${TASKS}
for priority in (3, 1, 2):
    tasks.put(Task(priority, f"t{priority}"))
got = {"a": "-", "b": "-"}
def a():
    got["a"] = tasks.get_nowait()
def b():
    got["b"] = tasks.get(timeout=5)`,
      'print(got["a"], got["b"], tasks.get_nowait())',
    ),
    endings: ['finished: t1 t2 t3', 'finished: t2 t1 t3'],
  },
  {
    title: 'nobody takes from a priority queue while a comparison runs',
    source: twoThreads(
      `import queue
log = []
class Task:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        log.append("compare")
        log.append("compared")
        return self.n < other.n
tasks = queue.PriorityQueue()
tasks.put(Task(2))
def a():
    tasks.put(Task(1))
def b():
    n = tasks.get().n
    log.append(n)`,
      'print(*log)',
    ),
    endings: ['finished: 2', 'finished: compare compared 1'],
  },
  {
    title: 'a comparison that raises leaves the queue open to others',
    source: twoThreads(
      `import queue
tasks = queue.PriorityQueue()
class Task:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        raise ValueError("cannot compare")
tasks.put(Task(1))
seen = []
def a():
    try:
        tasks.put(Task(2))
    except ValueError as error:
        seen.append(str(error))
b = a`,
      'print(seen, tasks.qsize())',
    ),
    endings: ["finished: ['cannot compare', 'cannot compare'] 3"],
  },
  {
    title:
      'limitation: whoever waits for a queue behind a comparison that waits is stuck, not in a deadlock',
    source: twoThreads(`import queue
lock = threading.Lock()
class Task:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        with lock:
            return self.n < other.n
tasks = queue.PriorityQueue()
tasks.put(Task(2))
def a():
    tasks.put(Task(1))
def b():
    with lock:
        tasks.get()`),
    endings: ['finished:', 'stuck:'],
  },
  {
    title: 'in-place addition of an object reads and writes in two steps',
    source: twoThreads(
      `${ACCOUNT}
account = Account(0)
def a():
    global account
    account += 1
def b():
    global account
    account += 2`,
      'print(account)',
    ),
    endings: ['finished: 1', 'finished: 2', 'finished: 3'],
  },
  {
    title: 'in-place addition under a lock loses nothing',
    source: twoThreads(
      `${ACCOUNT}
account = Account(0)
lock = threading.Lock()
def a():
    global account
    with lock:
        account += 1
def b():
    global account
    with lock:
        account += 2`,
      'print(account)',
    ),
    endings: ['finished: 3'],
  },
  {
    title: 'a comparison sees one object before and one after a transfer',
    source: twoThreads(
      `${ACCOUNT}
x = Account(5)
y = Account(5)
def a():
    x.cents -= 1
    y.cents += 1
def b():
    print(x == y, x < y)`,
    ),
    // Equal is before the transfer, less inside or behind it; the two looks may fall on both sides.
    endings: ['finished: False True', 'finished: True False', 'finished: True True'],
  },
  {
    title: 'between a test of truth and what relies on it another thread may withdraw',
    source: twoThreads(
      `${ACCOUNT}
account = Account(1)
def a():
    if account:
        account.cents -= 1
b = a`,
      'print(account)',
    ),
    endings: ['finished: -1', 'finished: 0'],
  },
  {
    title: 'a search in a shared list of own objects goes on behind what was removed',
    source: twoThreads(
      `class Item:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n
items = [Item(1), Item(2)]
def a():
    print(Item(2) in items)
def b():
    del items[0]`,
    ),
    // Removed while the first is compared: the second is the first then, and is not looked at.
    endings: ['finished: False', 'finished: True'],
  },
  {
    title: 'an object with __call__ is the target of threads',
    source: twoThreads(
      `class Adder:
    def __init__(self):
        self.total = 0
        self.lock = threading.Lock()
    def __call__(self, k=1):
        with self.lock:
            self.total += k
a = Adder()
b = a`,
      'print(a.total, callable(a))',
    ),
    endings: ['finished: 2 True'],
  },
  {
    title: 'own keys of a shared dict are found by hash and equality',
    source: twoThreads(
      `class Seat:
    def __init__(self, row):
        self.row = row
    def __eq__(self, other):
        return self.row == other.row
    def __hash__(self):
        return self.row
taken = {}
def a():
    taken[Seat(1)] = "a"
def b():
    taken[Seat(1)] = "b"`,
      'print(len(taken), taken[Seat(1)])',
    ),
    endings: ['finished: 1 a', 'finished: 1 b'],
  },
  {
    title: 'iteration over an own container under its lock sees it whole',
    source: twoThreads(
      `class Box:
    def __init__(self):
        self.items = [1, 2]
        self.lock = threading.Lock()
    def __iter__(self):
        with self.lock:
            return iter(list(self.items))
    def __len__(self):
        with self.lock:
            return len(self.items)
box = Box()
def a():
    print(sum(box))
def b():
    with box.lock:
        box.items.append(3)`,
      'print(len(box))',
    ),
    endings: ['finished: 3/3', 'finished: 6/3'],
  },
  {
    title: 'two threads share an iterator of their own that locks',
    source: twoThreads(
      `class Numbers:
    def __init__(self):
        self.n = 0
        self.lock = threading.Lock()
    def __iter__(self):
        return self
    def __next__(self):
        with self.lock:
            if self.n == 2:
                raise StopIteration
            self.n += 1
            return self.n
numbers = Numbers()
got = []
def a():
    for n in numbers:
        got.append(n)
b = a`,
      'print(sorted(got))',
    ),
    endings: ['finished: [1, 2]'],
  },
]
