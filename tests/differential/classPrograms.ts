/** Threaded programs with classes, as courses write them: subclasses of Thread, inheritance, exceptions of one's own. */
import type { ThreadedProgram } from './threadedProgram'

/** `classes`, then the threads that `made` makes, started and joined one after another, then `after`. */
function started(classes: string, made: readonly string[], after: string): string {
  return `import threading
${classes}
threads = [${made.join(', ')}]
for t in threads:
    t.start()
for t in threads:
    t.join()
${after}
`
}

const COUNTERS = `class Counter:
    def __init__(self):
        self.n = 0
    def add(self, k):
        self.n += k
class SafeCounter(Counter):
    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()
    def add(self, k):
        with self.lock:
            super().add(k)
class Adder(threading.Thread):
    def __init__(self, counter, k):
        super().__init__(name=f"add-{k}")
        self.counter = counter
        self.k = k
    def run(self):
        self.counter.add(self.k)
`

const PHILOSOPHERS = `left = threading.Lock()
right = threading.Lock()
class Philosopher(threading.Thread):
    def __init__(self, name, first, second):
        threading.Thread.__init__(self, name=name)
        self.first = first
        self.second = second
        self.meals = 0
    def run(self):
        with self.first:
            with self.second:
                self.meals += 1
`

const ACCOUNT = `class NotEnough(Exception):
    def __init__(self, missing):
        super().__init__(f"missing {missing}")
        self.missing = missing
class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()
    def withdraw(self, amount):
        with self.lock:
            if amount > self.balance:
                raise NotEnough(amount - self.balance)
            self.balance -= amount
account = Account(10)
`

export const CLASS_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'subclasses of Thread add to a counter without a lock',
    source: started(
      `${COUNTERS}counter = Counter()`,
      ['Adder(counter, 1)', 'Adder(counter, 2)'],
      'print(counter.n)',
    ),
    endings: ['finished: 1', 'finished: 2', 'finished: 3'],
  },
  {
    title: 'a derived counter locks around what its base does',
    source: started(
      `${COUNTERS}counter = SafeCounter()`,
      ['Adder(counter, 1)', 'Adder(counter, 2)'],
      'print(counter.n, threads[0].name, isinstance(counter, Counter))',
    ),
    endings: ['finished: 3 add-1 True'],
  },
  {
    title: 'philosophers that are threads take their forks crosswise',
    source: started(
      PHILOSOPHERS,
      ['Philosopher("Hypatia", left, right)', 'Philosopher("Plato", right, left)'],
      'print(sum(t.meals for t in threads))',
    ),
    endings: ['deadlock:', 'finished: 2'],
  },
  {
    title: 'philosophers that are threads take their forks in one order',
    source: started(
      PHILOSOPHERS,
      ['Philosopher("Hypatia", left, right)', 'Philosopher("Plato", left, right)'],
      'print(sum(t.meals for t in threads))',
    ),
    endings: ['finished: 2'],
  },
  {
    title: 'an exception of one’s own says what an account lacks',
    source: started(
      `${ACCOUNT}class Customer(threading.Thread):
    def __init__(self, amount):
        super().__init__()
        self.amount = amount
        self.answer = None
    def run(self):
        try:
            account.withdraw(self.amount)
            self.answer = "done"
        except NotEnough as error:
            self.answer = str(error)`,
      ['Customer(8)', 'Customer(7)'],
      'print(account.balance, [t.answer for t in threads])',
    ),
    endings: ["finished: 2 ['done', 'missing 5']", "finished: 3 ['missing 5', 'done']"],
  },
  {
    title: 'an exception of one’s own leaves its thread',
    source: started(
      `${ACCOUNT}class Customer(threading.Thread):
    def run(self):
        account.withdraw(8)`,
      ['Customer(name="A")', 'Customer(name="B")'],
      'print(account.balance)',
    ),
    endings: ['exception: 2'],
  },
  {
    title: 'producer and consumer on a bounded buffer with a condition',
    source: started(
      `class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.changed = threading.Condition()
    def put(self, item):
        with self.changed:
            while len(self.items) == self.size:
                self.changed.wait()
            self.items.append(item)
            self.changed.notify_all()
    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.pop(0)
            self.changed.notify_all()
            return item
class Worker(threading.Thread):
    def __init__(self, buffer):
        super().__init__()
        self.buffer = buffer
class Producer(Worker):
    def run(self):
        for item in range(2):
            self.buffer.put(item)
class Consumer(Worker):
    def __init__(self, buffer):
        super().__init__(buffer)
        self.taken = []
    def run(self):
        for _ in range(2):
            self.taken.append(self.buffer.get())
buffer = Buffer(1)`,
      ['Producer(buffer)', 'Consumer(buffer)'],
      'print(threads[1].taken, buffer.items)',
    ),
    endings: ['finished: [0, 1] []'],
  },
  {
    title: 'a context manager of one’s own wraps a lock and counts its uses',
    source: started(
      `class Guard:
    def __init__(self):
        self.lock = threading.Lock()
        self.uses = 0
    def __enter__(self):
        self.lock.acquire()
        self.uses += 1
        return self
    def __exit__(self, kind, error, trace):
        self.lock.release()
        return kind is ValueError
guard = Guard()
total = 0
class Worker(threading.Thread):
    def run(self):
        global total
        with guard:
            total += 1
            if total == 2:
                raise ValueError("kept back")
            total += 0`,
      ['Worker()', 'Worker()'],
      'print(total, guard.uses, guard.lock.locked())',
    ),
    endings: ['finished: 2 2 False'],
  },
  {
    title: 'a context manager that takes two locks crosswise',
    source: started(
      `class Both:
    def __init__(self, first, second):
        self.locks = (first, second)
    def __enter__(self):
        for lock in self.locks:
            lock.acquire()
    def __exit__(self, *details):
        for lock in self.locks:
            lock.release()
a = threading.Lock()
b = threading.Lock()
class Worker(threading.Thread):
    def __init__(self, both):
        super().__init__()
        self.both = both
    def run(self):
        with self.both:
            pass`,
      ['Worker(Both(a, b))', 'Worker(Both(b, a))'],
      'print("both done")',
    ),
    endings: ['deadlock:', 'finished: both done'],
  },
  {
    title: 'a thread that forgets super().__init__() cannot be started',
    source: `import threading
class Worker(threading.Thread):
    def __init__(self, n):
        self.n = n
    def run(self):
        print(self.n)
try:
    Worker(1).start()
except RuntimeError as error:
    print(error)
`,
    endings: ['finished: thread.__init__() not called'],
  },
  {
    title: 'is_alive of a subclass tells whether its run is over',
    source: `import threading
class Worker(threading.Thread):
    def run(self):
        print("run")
t = Worker()
t.start()
print(t.is_alive())
t.join()
print(t.is_alive())
`,
    endings: ['finished: True/run/False', 'finished: run/False/False', 'finished: run/True/False'],
  },
]
