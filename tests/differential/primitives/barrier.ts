import { twoThreads, type ThreadedProgram } from '../threadedProgram'

export const BARRIER_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'nobody passes a barrier before all have arrived, and each gets a number',
    source: twoThreads(
      `b = None
barrier = threading.Barrier(2)
numbers = []
def a():
    print("before")
    numbers.append(barrier.wait())
    print("after")
b = a`,
      'print(sorted(numbers), barrier.n_waiting, barrier.parties, barrier.broken)',
    ),
    endings: ['finished: before/before/after/after/[0, 1] 0 2 False'],
  },
  {
    title: 'the action is carried out once, by the last to arrive',
    source: twoThreads(`def act():
    print("action")
barrier = threading.Barrier(2, act)
def a():
    barrier.wait()
    print("after")
b = a`),
    endings: ['finished: action/after/after'],
  },
  {
    title: 'a barrier can be used again',
    source: twoThreads(`barrier = threading.Barrier(2)
def a():
    barrier.wait()
    print(1)
    barrier.wait()
    print(2)
b = a`),
    endings: ['finished: 1/1/2/2'],
  },
  {
    title: 'a barrier with a party missing is stuck',
    source: twoThreads(`barrier = threading.Barrier(3)
def a():
    barrier.wait()
b = a`),
    endings: ['stuck:'],
  },
  {
    title: 'an abort breaks it for those that wait and those that come',
    source: twoThreads(
      `barrier = threading.Barrier(2)
def a():
    try:
        barrier.wait()
    except threading.BrokenBarrierError as error:
        print("broken", repr(error))
def b():
    barrier.abort()`,
      'print(barrier.broken)',
    ),
    endings: ['finished: broken BrokenBarrierError()/True'],
  },
  {
    title: 'a timeout breaks it for the others',
    source: twoThreads(
      `barrier = threading.Barrier(2)
def a():
    try:
        barrier.wait(0.001)
        print("passed")
    except threading.BrokenBarrierError:
        print("broken")
def b():
    try:
        barrier.wait()
        print("passed")
    except threading.BrokenBarrierError:
        print("broken")`,
      'print(barrier.broken)',
    ),
    endings: ['finished: broken/broken/True', 'finished: passed/passed/False'],
  },
  {
    title: 'an exception of the action breaks it, and reset mends it',
    source: twoThreads(
      `def act():
    raise KeyError(1)
barrier = threading.Barrier(2, action=act)
def a():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        print("broken")
    except KeyError:
        print("raised")
b = a`,
      `print(barrier.broken)
barrier.reset()
print(barrier.broken, barrier.n_waiting)`,
    ),
    endings: ['finished: broken/raised/True/False 0', 'finished: raised/broken/True/False 0'],
  },
  {
    title: 'reset throws out those that wait',
    source: `import threading
barrier = threading.Barrier(2)
def work():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        print("out")
t = threading.Thread(target=work, daemon=True)
t.start()
if barrier.n_waiting == 1:
    barrier.reset()
    t.join()
    print(barrier.broken, barrier.n_waiting)
`,
    endings: ['finished:', 'finished: out/False 0'],
  },
  {
    title: 'what a barrier refuses',
    source: `import threading
def act():
    print("act")
try:
    threading.Barrier()
except TypeError as error:
    print(error)
b = threading.Barrier(1, act, timeout=5)
print(b.wait(), b.wait(timeout=1))
b.abort()
try:
    b.wait()
except threading.BrokenBarrierError as error:
    print(isinstance(error, RuntimeError), b.broken)
b.reset()
print(b.wait(), b.broken, b.parties)
try:
    with b:
        pass
except TypeError as error:
    print(error)
`,
    endings: [
      "finished: Barrier.__init__() missing 1 required positional argument: 'parties'/act/act/0 0/True True/act/0 False 1/'Barrier' object does not support the context manager protocol",
    ],
  },
]
