import type { ThreadedProgram } from '../threadedProgram'

export const FUTURES_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'a pool gives the results of what was submitted to it',
    source: `from concurrent.futures import ThreadPoolExecutor
def square(x, plus=0):
    return x * x + plus
with ThreadPoolExecutor(max_workers=2) as pool:
    a = pool.submit(square, 3)
    b = pool.submit(square, 4, plus=1)
    print(a.result(), b.result())
print(a.done(), a.running(), a.cancelled(), b.exception())
`,
    endings: ['finished: 9 17/True False False None'],
  },
  {
    title: 'calls of a pool with two threads lose an increment, of one with one do not',
    source: `from concurrent.futures import ThreadPoolExecutor
total = 0
def add(n):
    global total
    total += n
with ThreadPoolExecutor(max_workers=2) as pool:
    pool.submit(add, 1)
    pool.submit(add, 2)
print(total)
`,
    endings: ['finished: 1', 'finished: 2', 'finished: 3'],
  },
  {
    title: 'one thread carries out the calls in the order in which they were submitted',
    source: `import threading
from concurrent.futures import ThreadPoolExecutor
def work(n):
    print(n, threading.current_thread().name)
with ThreadPoolExecutor(1, thread_name_prefix="w") as pool:
    for n in range(3):
        pool.submit(work, n)
`,
    endings: ['finished: 0 w_0/1 w_0/2 w_0'],
  },
  {
    title: 'map keeps the order of its arguments, whoever is done first',
    source: `from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(2)
print(list(pool.map(lambda a, b: a - b, [5, 6], [1, 2, 3])))
pool.shutdown()
`,
    endings: ['finished: [4, 4]'],
  },
  {
    title: 'a thread that is idle is used again',
    source: `import threading
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as pool:
    pool.submit(int).result()
    pool.submit(int).result()
    print(threading.active_count() - 1)
`,
    // The first call is done before its thread counts as idle.
    endings: ['finished: 1', 'finished: 2'],
  },
  {
    title: 'an exception waits in its future, and comes out of map where its result would',
    source: `from concurrent.futures import ThreadPoolExecutor
def check(n):
    if n == 2:
        raise ValueError("two")
    return n
with ThreadPoolExecutor(1) as pool:
    future = pool.submit(check, 2)
    print(repr(future.exception()))
    try:
        future.result()
    except ValueError as error:
        print("raised", error)
    try:
        for result in pool.map(check, [1, 2, 3]):
            print(result)
    except ValueError as error:
        print("map", error)
print("end")
`,
    endings: ["finished: ValueError('two')/raised two/1/map two/end"],
  },
  {
    title: 'a call that waits for another of its pool is stuck when there is no thread for it',
    source: `from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(max_workers=1)
def inner():
    return 1
def outer():
    return pool.submit(inner).result()
print(pool.submit(outer).result())
`,
    endings: ['stuck:'],
  },
  {
    title: 'a call can be cancelled until it is taken up',
    source: `from concurrent.futures import ThreadPoolExecutor, CancelledError
import threading
gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    first = pool.submit(gate.wait)
    second = pool.submit(print, "never")
    print(second.cancel(), second.cancelled(), second.done(), second.cancel())
    gate.set()
    try:
        second.result()
    except CancelledError as error:
        print(repr(error))
    print(first.result(), first.cancel())
`,
    endings: ['finished: True True True True/CancelledError()/True False'],
  },
  {
    title: 'as_completed gives what is done first, wait what is done',
    source: `from concurrent.futures import ThreadPoolExecutor, as_completed, wait
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(str, n) for n in range(2)]
    print([future.result() for future in as_completed(futures)])
    done, pending = wait(futures)
    print(done == set(futures), pending)
`,
    endings: ["finished: ['0', '1']/True set()", "finished: ['1', '0']/True set()"],
  },
  {
    title: 'wait gives up, or ends with the first that is done or fails',
    source: `from concurrent.futures import ThreadPoolExecutor, wait, as_completed
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, TimeoutError
import threading
gate = threading.Event()
with ThreadPoolExecutor(2) as pool:
    slow = pool.submit(gate.wait)
    done, pending = wait([slow], timeout=0.001)
    print(len(done), len(pending))
    fast = pool.submit(lambda: 1 // 0)
    for mode in (FIRST_COMPLETED, FIRST_EXCEPTION):
        done, pending = wait([slow, fast], return_when=mode)
        print(mode, done == {fast}, pending == {slow})
    try:
        for future in as_completed([slow, fast], timeout=0.001):
            print(future is fast)
    except TimeoutError as error:
        print(error)
    try:
        slow.result(timeout=0)
    except TimeoutError as error:
        print(repr(error))
    gate.set()
    done, pending = wait([slow, fast], return_when=ALL_COMPLETED)
    print(len(done), len(pending))
`,
    endings: [
      'finished: 0 1/FIRST_COMPLETED True True/FIRST_EXCEPTION True True/True/1 (of 2) futures unfinished/TimeoutError()/2 0',
    ],
    // The fast call may take longer than a millisecond.
    others: [
      'finished: 0 1/FIRST_COMPLETED True True/FIRST_EXCEPTION True True/2 (of 2) futures unfinished/TimeoutError()/2 0',
    ],
  },
  {
    title:
      'callbacks are called when it is done, at once if it is, and their exceptions belong to nobody',
    source: `from concurrent.futures import ThreadPoolExecutor, Future
future = Future()
def fail(future):
    raise KeyError("nobody")
future.add_done_callback(lambda f: print("first", f.result()))
future.add_done_callback(lambda f: print("second", f is future))
print(future.set_running_or_notify_cancel(), future.running())
future.set_result(7)
future.add_done_callback(lambda f: print("late", f.done()))
other = Future()
other.add_done_callback(lambda f: print("cancelled", f.cancelled()))
print(other.cancel(), other.set_running_or_notify_cancel())
with ThreadPoolExecutor(1) as pool:
    pool.submit(int, "5").add_done_callback(lambda f: print("pool", f.result()))
`,
    endings: ['finished: True True/first 7/second True/late True/cancelled True/True False/pool 5'],
  },
  {
    title: 'threads of a pool end with the main thread, after what was submitted',
    source: `from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(2)
pool.submit(print, "work")
print("end")
`,
    endings: ['finished: end/work', 'finished: work/end'],
  },
  {
    title: 'shutdown refuses further calls, and may cancel those that wait',
    source: `import threading
from concurrent.futures import ThreadPoolExecutor
gate = threading.Event()
pool = ThreadPoolExecutor(1)
pool.submit(gate.wait)
waiting = pool.submit(print, "never")
pool.shutdown(wait=False, cancel_futures=True)
print(waiting.cancelled())
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
gate.set()
pool.shutdown()
print(threading.active_count())
`,
    endings: ['finished: True/cannot schedule new futures after shutdown/1'],
  },
  {
    title: 'an initializer that fails breaks its pool',
    source: `from concurrent.futures import ThreadPoolExecutor, BrokenExecutor
def prepare(name):
    print("prepare", name)
    raise KeyError(name)
pool = ThreadPoolExecutor(1, initializer=prepare, initargs=("x",))
future = pool.submit(print, "never")
try:
    future.result()
except BrokenExecutor as error:
    print(error)
try:
    pool.submit(print)
except BrokenExecutor as error:
    print(type(error).__name__)
`,
    endings: [
      'finished: prepare x/A thread initializer failed, the thread pool is not usable anymore/BrokenThreadPool',
    ],
    // CPython tells on standard error as well, which its runner here takes for an exception.
    others: [
      'exception: prepare x/A thread initializer failed, the thread pool is not usable anymore/BrokenThreadPool',
    ],
  },
  {
    title: 'what pools and futures refuse, and what they are',
    source: `import concurrent.futures
from concurrent import futures
import concurrent.futures as cf
print(concurrent.futures is futures, cf is futures, futures.TimeoutError is TimeoutError)
print(futures.ThreadPoolExecutor, futures.Future, futures.CancelledError)
pool = futures.ThreadPoolExecutor(max_workers=3)
future = futures.Future()
print(isinstance(pool, futures.ThreadPoolExecutor), isinstance(future, futures.Future))
for call in (
    lambda: futures.ThreadPoolExecutor(0),
    lambda: futures.ThreadPoolExecutor(1, workers=2),
    lambda: future.result(1, 2),
    lambda: future.set_result(),
    lambda: future.exception(timeout=0),
    lambda: pool.shutdown(1, 2),
    lambda: pool.map(),
    lambda: futures.wait(),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
future.set_result("x")
try:
    future.set_exception(ValueError())
except futures.InvalidStateError as error:
    print(str(error)[:22], str(error)[-28:])
print(repr(future)[-28:], repr(futures.Future())[-14:])
`,
    endings: [
      "finished: True True True/<class 'concurrent.futures.thread.ThreadPoolExecutor'> <class 'concurrent.futures._base.Future'> <class 'concurrent.futures._base.CancelledError'>/True True/ValueError max_workers must be greater than 0/TypeError ThreadPoolExecutor.__init__() got an unexpected keyword argument 'workers'/TypeError Future.result() takes from 1 to 2 positional arguments but 3 were given/TypeError Future.set_result() missing 1 required positional argument: 'result'/TimeoutError /TypeError ThreadPoolExecutor.shutdown() takes from 1 to 2 positional arguments but 3 were given/TypeError Executor.map() missing 1 required positional argument: 'fn'/TypeError wait() missing 1 required positional argument: 'fs'/FINISHED: <Future at 0 state=finished returned str>/state=finished returned str> state=pending>",
    ],
  },
]
