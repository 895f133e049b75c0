import queue
from queue import Empty, Full, Queue


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


q = Queue(maxsize=3)
print(q.empty(), q.full(), q.qsize())
for item in ("a", ["b"], None):
    q.put(item)
print(q.empty(), q.full(), q.qsize())
attempt(q.put, "d", False)
attempt(q.put_nowait, "d")
attempt(q.put, "d", timeout=0.01)
attempt(q.put, "d", True, -1)
print(q.get(), q.get_nowait(), q.get(block=False), q.qsize())
attempt(q.get, False)
attempt(q.get_nowait)
attempt(q.get, timeout=0.01)
attempt(q.get, True, -0.5)
for _ in range(3):
    q.task_done()
attempt(q.task_done)
q.join()
try:
    Queue(1).get_nowait()
except queue.Empty as error:
    print(repr(error), isinstance(error, Empty), str(error) == "", error.args)
full = Queue(1)
full.put(1)
try:
    full.put_nowait(2)
except Full as error:
    print(repr(error), isinstance(error, queue.Full), issubclass(Full, Exception))
unbounded = Queue()
for n in range(100):
    unbounded.put(n)
print(unbounded.qsize(), unbounded.full(), sum(unbounded.get() for _ in range(100)), unbounded.empty())
attempt(Queue(0).full)

attempt(q.put)
attempt(q.get, 1, 2, 3)
attempt(Queue, 1, 2)
