import { twoThreads, type ThreadedProgram } from '../threadedProgram'

export const EVENT_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'everybody that waits for an event goes on when it is set',
    source: twoThreads(
      `e = threading.Event()
n = 0
def a():
    print(e.wait())
b = a`,
      '',
    ).replace('t1.join()', 'e.set()\nt1.join()'),
    endings: ['finished: True/True'],
  },
  {
    title: 'an event orders what stands before it and behind it',
    source: twoThreads(`e = threading.Event()
def a():
    print("a")
    e.set()
def b():
    e.wait()
    print("b")`),
    endings: ['finished: a/b'],
  },
  {
    title: 'an event that is cleared at once wakes those that waited, and only those',
    source: `import threading
e = threading.Event()
def work():
    e.wait()
    print("woken")
t = threading.Thread(target=work)
t.start()
e.set()
e.clear()
t.join()
`,
    endings: ['finished: woken', 'stuck:'],
  },
  {
    title: 'a wait with a timeout tells whether the event was set',
    source: `import threading
e = threading.Event()
t = threading.Thread(target=e.set)
t.start()
print(e.wait(0.001))
t.join()
print(e.wait(0), e.wait(timeout=1), e.is_set())
e.clear()
print(e.wait(0), e.wait(-1), e.wait(timeout=0.001), e.is_set())
`,
    endings: [
      'finished: False/True True True/False False False False',
      'finished: True/True True True/False False False False',
    ],
  },
  {
    title: 'what an event refuses',
    source: `import threading
e = threading.Event()
try:
    threading.Event(1)
except TypeError as error:
    print(error)
try:
    e.wait(1, 2)
except TypeError as error:
    print(error)
try:
    e.set(True)
except TypeError as error:
    print(error)
try:
    with e:
        pass
except TypeError as error:
    print(error)
try:
    e.acquire()
except AttributeError as error:
    print(error)
print(isinstance(e, threading.Event))
`,
    endings: [
      "finished: Event.__init__() takes 1 positional argument but 2 were given/Event.wait() takes from 1 to 2 positional arguments but 3 were given/Event.set() takes 1 positional argument but 2 were given/'Event' object does not support the context manager protocol/'Event' object has no attribute 'acquire'/True",
    ],
  },
]
