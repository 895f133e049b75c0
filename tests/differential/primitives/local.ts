import { twoThreads, type ThreadedProgram } from '../threadedProgram'

export const LOCAL_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'attributes of a local are each thread’s own',
    source: twoThreads(
      `l = threading.local()
l.n = 1
found = {}
def a():
    l.n = 2
    l.n += 1
    found["a"] = l.n
def b():
    try:
        found["b"] = l.n
    except AttributeError as error:
        found["b"] = str(error)`,
      'print(l.n, found["a"], found["b"])',
    ),
    endings: ["finished: 1 3 '_thread._local' object has no attribute 'n'"],
  },
  {
    title: 'attributes of a local come and go',
    source: `import threading
l = threading.local()
l.x = 1
l.items = []
l.items.append(l.x)
print(l.x, l.items)
del l.x
try:
    l.x
except AttributeError as error:
    print(error)
try:
    del l.x
except AttributeError as error:
    print(error)
try:
    threading.local(1)
except TypeError as error:
    print(error)
try:
    l()
except TypeError as error:
    print(error)
print(isinstance(l, threading.local), type(l) is threading.local, isinstance(l, threading.Event))
`,
    endings: [
      "finished: 1 [1]/'_thread._local' object has no attribute 'x'/'_thread._local' object has no attribute 'x'/Initialization arguments are not supported/'_thread._local' object is not callable/True True False",
    ],
  },
]
