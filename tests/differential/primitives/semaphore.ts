import { twoThreads, type ThreadedProgram } from '../threadedProgram'

export const SEMAPHORE_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'a semaphore of one permit keeps two threads apart',
    source: twoThreads(
      `s = threading.Semaphore()
n = 0
def a():
    global n
    with s:
        n += 1
b = a`,
      'print(n)',
    ),
    endings: ['finished: 2'],
  },
  {
    title: 'a semaphore of two permits does not',
    source: twoThreads(
      `s = threading.Semaphore(2)
n = 0
def a():
    global n
    with s:
        n += 1
b = a`,
      'print(n)',
    ),
    endings: ['finished: 1', 'finished: 2'],
  },
  {
    title: 'a permit is given by a thread that never took one',
    source: twoThreads(`s = threading.Semaphore(0)
def a():
    s.acquire()
    print("a")
def b():
    print("b")
    s.release()`),
    endings: ['finished: b/a'],
  },
  {
    title: 'several permits at once let as many threads go on',
    source: `import threading
s = threading.Semaphore(0)
def work():
    s.acquire()
ts = [threading.Thread(target=work), threading.Thread(target=work)]
for t in ts:
    t.start()
s.release(2)
for t in ts:
    t.join()
print(s.acquire(blocking=False), s.acquire(False))
`,
    endings: ['finished: False False'],
  },
  {
    title: 'a semaphore that nobody releases leaves its threads stuck, not deadlocked',
    source: twoThreads(`s = threading.Semaphore(1)
def a():
    s.acquire()
b = a`),
    endings: ['stuck:'],
  },
  {
    title: 'a timeout ends the wait or not, and takes nothing',
    source: `import threading
s = threading.Semaphore(0)
def give():
    s.release()
t = threading.Thread(target=give)
t.start()
got = s.acquire(timeout=0.001)
t.join()
print(got, s.acquire(False))
`,
    endings: ['finished: False True', 'finished: True False'],
  },
  {
    title: 'what a semaphore refuses',
    source: `import threading
s = threading.Semaphore(1)
try:
    threading.Semaphore(-1)
except ValueError as error:
    print(error)
try:
    s.release(0)
except ValueError as error:
    print(error)
try:
    s.acquire(False, 1)
except ValueError as error:
    print(error)
try:
    s.acquire(True, 1, 2)
except TypeError as error:
    print(error)
try:
    s.release(m=1)
except TypeError as error:
    print(error)
b = threading.BoundedSemaphore(2)
try:
    b.release()
except ValueError as error:
    print(error)
print(b.acquire(), b.acquire(), b.acquire(timeout=0), b.acquire(timeout=-1))
try:
    b.release(3)
except ValueError as error:
    print(error)
b.release(2)
print(isinstance(b, threading.Semaphore), isinstance(s, threading.BoundedSemaphore))
with s as entered:
    print(entered, s.acquire(blocking=False))
print(s.acquire(blocking=False))
`,
    endings: [
      "finished: semaphore initial value must be >= 0/n must be one or more/can't specify timeout for non-blocking acquire/Semaphore.acquire() takes from 1 to 3 positional arguments but 4 were given/Semaphore.release() got an unexpected keyword argument 'm'/Semaphore released too many times/True True False False/Semaphore released too many times/True False/True False/True",
    ],
  },
  {
    title: 'an exception inside `with` gives the permit back',
    source: `import threading
s = threading.Semaphore(1)
try:
    with s:
        raise KeyError(1)
except KeyError:
    print(s.acquire(False))
`,
    endings: ['finished: True'],
  },
]
