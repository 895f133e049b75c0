import { twoThreads, type ThreadedProgram } from '../threadedProgram'

const threads = (lines: string, after = ''): string =>
  twoThreads(`import queue\nfrom queue import Empty, Full\n${lines}`, after)

export const QUEUE_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'a consumer waits for what a producer puts, in order',
    source: threads(`q = queue.Queue()
def a():
    q.put(1)
    q.put(2)
def b():
    print(q.get(), q.get())`),
    endings: ['finished: 1 2'],
  },
  {
    title: 'either of two consumers may get either item',
    source: threads(
      `q = queue.Queue()
got = {}
def a():
    got["a"] = q.get()
def b():
    got["b"] = q.get()`,
      'print(got["a"], got["b"])',
    ).replace('t1.join()', 'q.put(1)\nq.put(2)\nt1.join()'),
    endings: ['finished: 1 2', 'finished: 2 1'],
  },
  {
    title: 'a full queue makes its producer wait',
    source: threads(`q = queue.Queue(1)
def a():
    q.put(1)
    q.put(2)
    print("put")
def b():
    q.get()
    print("got")`),
    endings: ['finished: got/put', 'finished: put/got'],
  },
  {
    title: 'a consumer without a producer is stuck',
    source: threads(`q = queue.SimpleQueue()
def a():
    q.get()
def b():
    pass`),
    endings: ['stuck:'],
  },
  {
    title: 'join waits until every item is done',
    source: threads(`q = queue.Queue()
q.put(1)
q.put(2)
def a():
    q.get()
    q.task_done()
    q.get()
    print("done")
    q.task_done()
def b():
    q.join()
    print("joined")`),
    endings: ['finished: done/joined'],
  },
  {
    title: 'a forgotten task_done leaves join stuck',
    source: threads(`q = queue.Queue()
q.put(1)
def a():
    q.get()
def b():
    q.join()`),
    endings: ['stuck:'],
  },
  {
    title: 'a timed get gives up or gets the item',
    source: threads(
      `q = queue.Queue()
def a():
    q.put(7)
def b():
    try:
        print(q.get(timeout=0.001))
    except Empty:
        print("empty")`,
      'print(q.qsize())',
    ),
    endings: ['finished: 7/0', 'finished: empty/1'],
  },
  {
    title: 'looking first and getting then is a race',
    source: threads(`q = queue.Queue()
q.put(1)
def a():
    if not q.empty():
        try:
            q.get_nowait()
            print("got")
        except queue.Empty:
            print("lost")
b = a`),
    endings: ['finished: got', 'finished: got/lost', 'finished: lost/got'],
  },
  {
    title: 'orders of the four queues',
    source: `import queue
for q in (queue.Queue(), queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()):
    for n in (3, 1, 4, 1, 5, 9, 2, 6):
        q.put(n)
    found = []
    while not q.empty():
        found.append(q.get())
    print(found, q.qsize())
q = queue.PriorityQueue()
for n in (5, True, 1.0, 0, 5.0, 1, 0.0, False):
    q.put(n)
found = []
while q.qsize() > 0:
    found.append(q.get_nowait())
print(found)
q = queue.PriorityQueue()
for pair in ((2, "b"), (1, "z"), (2, "a"), (1, "c")):
    q.put(pair)
print(q.get(), q.get(), q.get(), q.get())
print(isinstance(q, queue.Queue), isinstance(queue.SimpleQueue(), queue.Queue))
`,
    endings: [
      "finished: [3, 1, 4, 1, 5, 9, 2, 6] 0/[6, 2, 9, 5, 1, 4, 1, 3] 0/[1, 1, 2, 3, 4, 5, 6, 9] 0/[3, 1, 4, 1, 5, 9, 2, 6] 0/[0, 0.0, False, 1.0, 1, True, 5, 5.0]/(1, 'c') (1, 'z') (2, 'a') (2, 'b')/True False",
    ],
  },
  {
    title: 'what a queue refuses',
    source: `import queue
from queue import Empty, Full
q = queue.Queue(maxsize=1)
try:
    q.get_nowait()
except Empty as error:
    print(repr(error), str(error) == "")
q.put("x", timeout=1)
try:
    q.put("y", False)
except Full as error:
    print(repr(error))
try:
    q.put("y", timeout=0)
except queue.Full:
    print("full")
try:
    q.put_nowait("y")
except Exception as error:
    print(isinstance(error, Full), q.full(), q.empty(), q.qsize())
print(q.get(True, 1))
try:
    q.get(block=False)
except Empty:
    print("empty")
try:
    q.get(timeout=0.001)
except Empty:
    print("empty")
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
try:
    q.put()
except TypeError as error:
    print(error)
p = queue.PriorityQueue()
p.put(1)
try:
    p.put("a")
except TypeError as error:
    print(error)
print(p.qsize(), p.full())
s = queue.SimpleQueue()
s.put(1, False)
s.put(2, timeout=-5)
print(s.get(), s.get_nowait(), s.empty(), s.qsize())
try:
    s.get(timeout=-1)
except ValueError as error:
    print(error)
try:
    s.get(False)
except Empty:
    print("empty")
try:
    s.join()
except AttributeError:
    print("no join")
`,
    endings: [
      "finished: Empty() True/Full()/full/True True False 1/x/empty/empty/'timeout' must be a non-negative number/task_done() called too many times/Queue.put() missing 1 required positional argument: 'item'/'<' not supported between instances of 'str' and 'int'/2 False/1 2 True 0/'timeout' must be a non-negative number/empty/no join",
    ],
  },
]
