/** Threaded programs with dataclasses: accounts with locks, tasks in a priority queue, shared records. */
import { twoThreads, type ThreadedProgram } from './threadedProgram'

const ACCOUNTS = `from dataclasses import dataclass, field
@dataclass
class Account:
    owner: str
    balance: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    def transfer(self, other, amount):
        with self.lock:
            with other.lock:
                self.balance -= amount
                other.balance += amount
x = Account("x", 10)
y = Account("y", 10)`

export const DATACLASS_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'accounts of a dataclass transfer crosswise',
    source: twoThreads(
      `${ACCOUNTS}
def a():
    x.transfer(y, 1)
def b():
    y.transfer(x, 2)`,
      'print(x, y)',
    ),
    endings: [
      'deadlock:',
      "finished: Account(owner='x', balance=11) Account(owner='y', balance=9)",
    ],
  },
  {
    title: 'accounts of a dataclass transfer in one order',
    source: twoThreads(
      `${ACCOUNTS}
def a():
    x.transfer(y, 1)
def b():
    x.transfer(y, -2)`,
      'print(x.balance, y.balance, x == Account("x", 11))',
    ),
    endings: ['finished: 11 9 True'],
  },
  {
    title: 'a counter of a dataclass loses an update',
    source: twoThreads(
      `from dataclasses import dataclass
@dataclass
class Counter:
    n: int = 0
    def add(self, k):
        self.n += k
counter = Counter()
def a():
    counter.add(1)
def b():
    counter.add(2)`,
      'print(counter)',
    ),
    endings: ['finished: Counter(n=1)', 'finished: Counter(n=2)', 'finished: Counter(n=3)'],
  },
  {
    title: 'ordered tasks of a dataclass leave a priority queue by priority',
    source: twoThreads(
      `import queue
from dataclasses import dataclass, field
@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
tasks = queue.PriorityQueue()
def a():
    tasks.put(Task(2, "second"))
def b():
    tasks.put(Task(1, "first"))`,
      'print(tasks.get().name, tasks.get().name)',
    ),
    endings: ['finished: first second'],
  },
  {
    title: 'every object of a dataclass has a list of its own',
    source: twoThreads(
      `from dataclasses import dataclass, field
@dataclass
class Worker:
    name: str
    log: list = field(default_factory=list)
    def run(self):
        self.log.append(self.name)
ana = Worker("ana")
luis = Worker("luis")
a = ana.run
b = luis.run`,
      'print(ana.log, luis.log, Worker("eva").log)',
    ),
    endings: ["finished: ['ana'] ['luis'] []"],
  },
  {
    title: 'two threads compare and change one record',
    source: twoThreads(
      `from dataclasses import dataclass, replace
@dataclass
class Pair:
    left: int
    right: int
pair = Pair(1, 1)
def a():
    pair.left = 2
    pair.right = 2
def b():
    print(pair == Pair(1, 1), pair == Pair(2, 2))`,
    ),
    // Torn between the two stores it is neither; before both it may become the other until the second look.
    endings: [
      'finished: False False',
      'finished: False True',
      'finished: True False',
      'finished: True True',
    ],
  },
  {
    title: 'a frozen record refuses the thread that changes it',
    source: twoThreads(
      `from dataclasses import FrozenInstanceError, dataclass, replace
@dataclass(frozen=True)
class Settings:
    host: str
    port: int = 80
settings = Settings("here")
def a():
    global settings
    settings = replace(settings, port=81)
def b():
    try:
        settings.port = 82
    except FrozenInstanceError as error:
        print(error)`,
      'print(settings)',
    ),
    endings: ["finished: cannot assign to field 'port'/Settings(host='here', port=81)"],
  },
]
