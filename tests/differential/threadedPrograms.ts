/** Small threaded programs with every ending they can have, derived by hand. */
import { CLASS_PROGRAMS } from './classPrograms'
import { LIBRARY_PROGRAMS } from './libraryPrograms'
import { DATACLASS_PROGRAMS } from './dataclassPrograms'
import { PRIMITIVE_PROGRAMS } from './primitives'
import { SPECIAL_PROGRAMS } from './specialPrograms'
import type { ThreadedProgram } from './threadedProgram'

/** `lines` after the import, then two threads that run `a` and `b`, and what is printed when both have ended. */
function pair(lines: string, after: string): string {
  return `import threading
${lines}
t1 = threading.Thread(target=a, name="A")
t2 = threading.Thread(target=b, name="B")
t1.start()
t2.start()
t1.join()
t2.join()
${after}
`
}

export const THREADED_PROGRAMS: readonly ThreadedProgram[] = [
  ...PRIMITIVE_PROGRAMS,
  ...CLASS_PROGRAMS,
  ...LIBRARY_PROGRAMS,
  ...SPECIAL_PROGRAMS,
  ...DATACLASS_PROGRAMS,
  {
    title: 'an increment and a decrement of one global',
    source: pair(
      `n = 10
def a():
    global n
    n += 1
def b():
    global n
    n -= 1`,
      'print(n)',
    ),
    endings: ['finished: 10', 'finished: 11', 'finished: 9'],
  },
  {
    title: 'two increments each: the last write may be of a value read first of all',
    source: pair(
      `n = 0
def a():
    global n
    n += 1
    n += 1
b = a`,
      'print(n)',
    ),
    endings: ['finished: 2', 'finished: 3', 'finished: 4'],
  },
  {
    title: 'an attribute of an object given as argument',
    source: `import threading
class Counter:
    def __init__(self):
        self.n = 0
    def add(self, k):
        self.n += k
def work(counter, k=1):
    counter.add(k)
c = Counter()
t1 = threading.Thread(target=work, args=(c,), kwargs={"k": 5})
t2 = threading.Thread(target=c.add, args=[2])
t1.start()
t2.start()
t1.join()
t2.join()
print(c.n)
`,
    endings: ['finished: 2', 'finished: 5', 'finished: 7'],
  },
  {
    title: 'a class attribute is shared by its instances',
    source: pair(
      `class K:
    total = 0
def a():
    K.total += 1
def b():
    k = K()
    K.total = k.total + 10`,
      'print(K.total, K().total)',
    ),
    endings: ['finished: 1 1', 'finished: 10 10', 'finished: 11 11'],
  },
  {
    title: 'an element of a list and an entry of a dict',
    source: pair(
      `x = [0]
d = {"k": 0}
def a():
    x[0] += 1
    d["k"] = x[0]
def b():
    x[0] += 1`,
      'print(x[0], d["k"])',
    ),
    endings: ['finished: 1 1', 'finished: 2 1', 'finished: 2 2'],
  },
  {
    title: 'check then act: both may see the seat free',
    source: pair(
      `free = 1
sold = []
def sell(who):
    global free
    if free > 0:
        free -= 1
        sold.append(who)
def a():
    sell("a")
def b():
    sell("b")`,
      'print(free, sold)',
    ),
    // Seen free by both: the second decrement reads 1 or 0, and the appends come in either order.
    endings: [
      "finished: -1 ['a', 'b']",
      "finished: -1 ['b', 'a']",
      "finished: 0 ['a', 'b']",
      "finished: 0 ['a']",
      "finished: 0 ['b', 'a']",
      "finished: 0 ['b']",
    ],
  },
  {
    title: 'appends never get lost',
    source: pair(
      `x = []
def a():
    x.append(1)
    x.append(2)
def b():
    x.append(3)`,
      'print(x)',
    ),
    endings: ['finished: [1, 2, 3]', 'finished: [1, 3, 2]', 'finished: [3, 1, 2]'],
  },
  {
    title: 'a list that is read and stored loses appends',
    source: pair(
      `x = []
def a():
    global x
    x = x + [1]
def b():
    global x
    x = x + [2]`,
      'print(x)',
    ),
    endings: ['finished: [1, 2]', 'finished: [1]', 'finished: [2, 1]', 'finished: [2]'],
  },
  {
    title: 'a set that grows while it is iterated',
    source: pair(
      `s = {1}
def a():
    for x in s:
        print(x)
def b():
    s.add(2)`,
      'print(len(s))',
    ),
    // Added after the last member was taken, the change is noticed when the next is asked for.
    endings: ['exception: 1/2', 'exception: 2', 'finished: 1/2', 'finished: 1/2/2'],
  },
  {
    title: 'a dict that shrinks while it is iterated',
    source: pair(
      `d = {1: "x", 2: "y"}
def a():
    for k in d:
        print(k)
def b():
    del d[2]`,
      'print(len(d))',
    ),
    endings: [
      'exception: 1',
      'exception: 1/1',
      'exception: 1/2/1',
      'finished: 1/1',
      'finished: 1/2/1',
    ],
  },
  {
    title: 'prints of two threads in every order',
    source: pair(
      `def a():
    print("a1")
    print("a2")
def b():
    print("b")`,
      'print("end")',
    ),
    endings: ['finished: a1/a2/b/end', 'finished: a1/b/a2/end', 'finished: b/a1/a2/end'],
  },
  {
    title: 'without join the main thread prints first or last',
    source: `import threading
def a():
    print("a")
threading.Thread(target=a).start()
print("main")
`,
    endings: ['finished: a/main', 'finished: main/a'],
  },
  {
    title: 'limitation: a daemon thread makes no step after the last other thread',
    source: `import threading
def a():
    print("a")
threading.Thread(target=a, daemon=True).start()
print("main")
`,
    endings: ['finished: a/main', 'finished: main'],
    others: ['finished: main/a'],
  },
  {
    title: 'a daemon thread that deadlocks by itself does no harm once the main thread has ended',
    source: `import threading
lock = threading.Lock()
def a():
    with lock:
        with lock:
            print("never")
threading.Thread(target=a, daemon=True).start()
print("main")
`,
    endings: ['deadlock:', 'finished: main'],
  },
  {
    title: 'acquire(False) fails while the other holds',
    source: pair(
      `lock = threading.Lock()
def a():
    with lock:
        print("a")
def b():
    if lock.acquire(False):
        print("b")
        lock.release()
    else:
        print("no")`,
      'print(lock.locked())',
    ),
    endings: [
      'finished: a/b/False',
      'finished: a/no/False',
      'finished: b/a/False',
      'finished: no/a/False',
    ],
  },
  {
    title: 'a timed acquire succeeds or gives up',
    source: pair(
      `lock = threading.Lock()
def a():
    with lock:
        print("a")
def b():
    if lock.acquire(timeout=0.01):
        lock.release()
        print("b")
    else:
        print("late")`,
      '',
    ),
    endings: ['finished: a/b', 'finished: a/late', 'finished: b/a', 'finished: late/a'],
  },
  {
    title: 'an exception leaves a with block and frees its lock',
    source: pair(
      `lock = threading.Lock()
def a():
    with lock:
        print("a")
        raise ValueError("x")
def b():
    with lock:
        print("b")`,
      'print(lock.locked())',
    ),
    endings: ['exception: a/b/False', 'exception: b/a/False'],
  },
  {
    title: 'an exception between acquire and release leaves the lock held',
    source: pair(
      `lock = threading.Lock()
def a():
    lock.acquire()
    print("a")
    raise ValueError("x")
def b():
    lock.acquire()
    print("b")
    lock.release()`,
      'print(lock.locked())',
    ),
    // That b waits for ever is what follows; the exception is what happened.
    endings: ['exception: a', 'exception: b/a/True'],
  },
  {
    title: 'any thread may release a Lock, only the owner an RLock',
    source: `import threading
lock = threading.Lock()
rlock = threading.RLock()
def a():
    lock.release()
    try:
        rlock.release()
    except RuntimeError as error:
        print(error)
lock.acquire()
rlock.acquire()
t = threading.Thread(target=a)
t.start()
lock.acquire()
print("again")
t.join()
`,
    endings: [
      'finished: again/cannot release un-acquired lock',
      'finished: cannot release un-acquired lock/again',
    ],
  },
  {
    title: 'a reentrant lock is free only after the last release',
    source: pair(
      `lock = threading.RLock()
def a():
    with lock:
        with lock:
            print("a1")
        print("a2")
def b():
    with lock:
        print("b")`,
      '',
    ),
    endings: ['finished: a1/a2/b', 'finished: b/a1/a2'],
  },
  {
    title: 'a thread started by a thread',
    source: `import threading
def inner():
    print(threading.current_thread().name)
def outer():
    t = threading.Thread(target=inner, name="inner")
    t.start()
    print("outer")
    t.join()
t = threading.Thread(target=outer)
t.start()
t.join()
print(t.name, t.is_alive())
`,
    endings: [
      'finished: inner/outer/Thread-1 (outer) False',
      'finished: outer/inner/Thread-1 (outer) False',
    ],
  },
  {
    title: 'joining oneself, starting twice, joining before the start',
    source: `import threading
def a():
    try:
        t.join()
    except RuntimeError as error:
        print(error)
t = threading.Thread(target=a)
try:
    t.join()
except RuntimeError as error:
    print(error)
t.start()
t.join()
try:
    t.start()
except RuntimeError as error:
    print(error)
`,
    endings: [
      'finished: cannot join thread before it is started/cannot join current thread/threads can only be started once',
    ],
  },
  {
    title: 'locks kept in lists, dicts and objects, or made in a function',
    source: `import threading
class Box:
    def __init__(self):
        self.locks = [threading.Lock(), threading.Lock()]
def make():
    return threading.Lock()
def work(first, second):
    with first:
        with second:
            print("in")
box = Box()
table = {"x": make()}
t1 = threading.Thread(target=work, args=(box.locks[0], table["x"]))
t2 = threading.Thread(target=work, args=(table["x"], box.locks[0]))
t1.start()
t2.start()
t1.join()
t2.join()
print(box.locks[1].locked())
`,
    endings: ['deadlock:', 'finished: in/in/False'],
  },
  {
    title: 'two threads that join each other',
    source: `import threading
go = threading.Lock()
go.acquire()
def a():
    with go:
        t2.join()
def b():
    t1.join()
t1 = threading.Thread(target=a)
t2 = threading.Thread(target=b)
t1.start()
t2.start()
go.release()
t1.join()
`,
    endings: ['deadlock:'],
  },
  {
    title: 'a thread that ends with the lock leaves the other stuck',
    source: pair(
      `lock = threading.Lock()
def a():
    lock.acquire()
def b():
    with lock:
        print("b")`,
      'print("end")',
    ),
    endings: ['finished: b/end', 'stuck:'],
  },
  {
    title: 'read, add, set of the database loses an update',
    source: `import threading
from cerrojo import ChargingDatabase
db = ChargingDatabase(busy_timeout=5)
def charge(kwh):
    db.set_kwh(1, db.get_cp(1)["kwh"] + kwh)
t1 = threading.Thread(target=charge, args=(1,))
t2 = threading.Thread(target=charge, args=(2,))
t1.start()
t2.start()
t1.join()
t2.join()
print(db.get_cp(1)["kwh"])
`,
    // However long the timeout, it may run out while the other writes.
    endings: [
      'exception: 1.0',
      'exception: 2.0',
      'finished: 1.0',
      'finished: 2.0',
      'finished: 3.0',
    ],
  },
  {
    title: 'a second writer is refused while the first has not committed',
    source: pair(
      `from cerrojo import ChargingDatabase, DatabaseLocked
db = ChargingDatabase()
def a():
    db.add_kwh(1, 1)
def b():
    try:
        db.add_kwh(1, 2)
    except DatabaseLocked:
        print("locked")`,
      'print(db.get_cp(1)["kwh"])',
    ),
    endings: ['exception: 2.0', 'finished: 3.0', 'finished: locked/1.0'],
  },
]
