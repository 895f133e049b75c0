import { twoThreads, type ThreadedProgram } from '../threadedProgram'

const threads = (lines: string, after = ''): string =>
  twoThreads(
    `import cerrojo\nfrom cerrojo import AtomicInt, Channel, ReadWriteLock, Topic, progress\n${lines}`,
    after,
  )

export const CERROJO_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'an invariant is no step, and holds at the end',
    source: threads(
      `n = AtomicInt()
cerrojo.invariant(lambda: n.get() >= 0)
def a():
    n.add(1)
b = a`,
      'print(n.get())',
    ),
    endings: ['finished: 2'],
  },
  {
    title: 'an atomic integer loses no update',
    source: threads(
      `n = AtomicInt()
def a():
    n.add(2)
    n.add()
b = a`,
      'print(n.get())',
    ),
    endings: ['finished: 6'],
  },
  {
    title: 'of two that compare and set, one wins',
    source: threads(
      `n = AtomicInt(0)
def a():
    if n.compare_and_set(0, 1):
        print("a")
def b():
    if n.compare_and_set(0, 2):
        print("b")`,
      'print(n.get())',
    ),
    endings: ['finished: a/1', 'finished: b/2'],
  },
  {
    title: 'two writers are never inside together',
    source: threads(
      `rw = ReadWriteLock()
n = 0
def a():
    global n
    with rw.write():
        n += 1
b = a`,
      'print(n)',
    ),
    endings: ['finished: 2'],
  },
  {
    title: 'two readers may be inside together, and a writer sees none of them',
    source: threads(
      `rw = ReadWriteLock(prefer="writers")
n = 0
def a():
    global n
    with rw.read():
        m = n
    with rw.write():
        n = m + 1
b = a`,
      'print(n)',
    ),
    endings: ['finished: 1', 'finished: 2'],
  },
  {
    title:
      'a waiting writer keeps a second read of the same thread out, when writers are preferred',
    source: threads(`rw = ReadWriteLock(prefer="writers")
def a():
    with rw.read():
        with rw.read():
            print("read")
def b():
    with rw.write():
        print("write")`),
    endings: ['finished: read/write', 'finished: write/read', 'stuck:'],
  },
  {
    title: 'and not when readers are',
    source: threads(`rw = ReadWriteLock()
def a():
    with rw.read():
        with rw.read():
            print("read")
def b():
    with rw.write():
        print("write")`),
    endings: ['finished: read/write', 'finished: write/read'],
  },
  {
    title: 'every reader of a topic gets every value, in order',
    source: threads(`t = Topic("status")
r = t.subscribe()
def a():
    t.send("one")
    t.send("two")
def b():
    print(r.poll(), r.poll(), t.poll(), t.poll(timeout=5), t.poll(timeout=0))`),
    endings: ['finished: one two one two None'],
  },
  {
    title: 'a poll with a timeout may come too early',
    source: threads(`t = Topic("status")
def a():
    t.send(1)
def b():
    print(t.poll(0.001))`),
    endings: ['finished: 1', 'finished: None'],
  },
  {
    title: 'a channel hands messages over one by one',
    source: threads(`c = Channel()
def a():
    c.sendall("x")
    c.sendall("y")
def b():
    print(c.recv() + c.recv())
    progress("both")`),
    endings: ['finished: xy'],
  },
  {
    title: 'a channel on which nothing is sent leaves its reader stuck',
    source: threads(`c = Channel()
def a():
    c.recv()
def b():
    pass`),
    endings: ['stuck:'],
  },
  {
    title: 'what the module refuses',
    source: `from cerrojo import AtomicInt, Channel, ReadWriteLock, Topic, progress
try:
    AtomicInt("1")
except TypeError as error:
    print(error)
n = AtomicInt(2 ** 40)
print(n.add(2 ** 40), n.add(-1), n.compare_and_set(5, 6), n.get())
try:
    n.add(1.5)
except TypeError as error:
    print(error)
try:
    ReadWriteLock("both")
except ValueError as error:
    print(error)
try:
    Topic()
except TypeError as error:
    print(error)
t = Topic("name")
print(t.send(1), t.send(2), t.name, t.subscribe().poll())
with ReadWriteLock().read() as inside:
    print(inside, progress("x"))
`,
    endings: [
      "finished: an integer is required, not str/2199023255552 2199023255551 False 2199023255551/an integer is required, not float/prefer must be 'readers' or 'writers'/Topic.__init__() missing 1 required positional argument: 'name'/0 1 name 1/None None",
    ],
  },
]
