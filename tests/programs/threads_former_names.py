# Names that CPython has only for old programs, as many courses still write them.
import threading


def work(event):
    event.wait()
    print(threading.currentThread().getName(), event.isSet())


ready = threading.Event()
print(ready.isSet())
thread = threading.Thread(target=work, args=(ready,))
thread.setName("worker")
thread.setDaemon(False)
print(thread.getName(), thread.name, thread.isDaemon())
thread.setDaemon(True)
print(thread.isDaemon(), thread.daemon)
thread.start()
print(threading.activeCount())
ready.set()
thread.join()

condition = threading.Condition()
items = []


def take():
    with condition:
        while not items:
            condition.wait()
        print("took", items.pop())


class Taker(threading.Thread):
    def __init__(self, n):
        threading.Thread.__init__(self)
        self.setName("taker-%d" % n)

    def run(self):
        take()


takers = [Taker(n) for n in range(2)]
for taker in takers:
    taker.start()
with condition:
    items += [1, 1]
    condition.notifyAll()
for taker in takers:
    taker.join()
print([taker.getName() for taker in takers], takers[0].is_alive())

thread = threading.Thread(name=5, daemon=1)
print(repr(thread.name), bool(thread.daemon))
thread.name = 7
thread.daemon = 0
print(repr(thread.name), bool(thread.daemon))
thread.setName(None)
thread.daemon = "yes"
print(repr(thread.getName()), bool(thread.isDaemon()))


def attempt(call):
    try:
        print(call())
    except (TypeError, RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)


class Forgetful(threading.Thread):
    def __init__(self):
        pass


attempt(lambda: thread.setName())
attempt(lambda: thread.getName(1))
attempt(lambda: thread.isDaemon(1))
attempt(lambda: thread.setDaemon())
attempt(lambda: takers[0].setDaemon(True))
attempt(lambda: Forgetful().getName())
attempt(lambda: Forgetful().setName("x"))
attempt(lambda: Forgetful().isDaemon())
attempt(lambda: Forgetful().setDaemon(True))
attempt(lambda: condition.notifyAll())
