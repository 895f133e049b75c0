from queue import Empty, Full, LifoQueue, PriorityQueue, SimpleQueue

stack = LifoQueue()
for n in range(4):
    stack.put(n)
print([stack.get() for _ in range(4)], stack.empty())

jobs = PriorityQueue(maxsize=5)
for job in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]:
    jobs.put(job)
print(jobs.qsize(), jobs.full(), end=" ")
while not jobs.empty():
    print(jobs.get(), end=" ")
    jobs.task_done()
jobs.join()
print()
numbers = PriorityQueue()
for n in [5, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]:
    numbers.put(-n)
print([-numbers.get() for _ in range(15)])
words = PriorityQueue()
for word in "the quick brown fox".split():
    words.put((len(word), word))
print(words.get(), words.get(), words.qsize())
try:
    while True:
        words.get_nowait()
except Empty:
    print("empty")
except TypeError as error:
    print(error)
mixed = PriorityQueue()
mixed.put((1, "x"))
try:
    mixed.put((1, 2))
except TypeError as error:
    print(error)

simple = SimpleQueue()
simple.put("one")
simple.put_nowait("two")
print(simple.qsize(), simple.get(), simple.get_nowait(), simple.empty())
for call in (simple.get_nowait, lambda: simple.get(False), lambda: simple.get(timeout=0.01)):
    try:
        call()
    except Empty as error:
        print(type(error).__name__, error.args)
small = LifoQueue(2)
small.put(1)
small.put(2)
try:
    small.put_nowait(3)
except Full:
    print("full", small.get(), small.get())
print(LifoQueue(2).maxsize, PriorityQueue(maxsize=3).maxsize, LifoQueue().maxsize, LifoQueue(-1).maxsize)
