import threading
from threading import Condition, Event, Lock, RLock, Thread


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


e = Event()
print(e.is_set(), e.wait(0.01), e.wait(timeout=0))
e.set()
print(e.is_set(), e.wait(), e.wait(5))
e.clear()
e.clear()
print(e.is_set())

c = Condition()
attempt(c.notify)
attempt(c.notify_all)
attempt(c.wait)
attempt(c.wait, 0.01)
attempt(c.release)
with c:
    print(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: [], timeout=0.01), c.wait_for(lambda: "yes"))
    c.notify()
    c.notify(5)
    c.notify_all()
print(c.acquire(), c.acquire(blocking=False))
c.release()
c.release()
own = Condition(Lock())
with own:
    print(own.acquire(blocking=False))
with Condition(RLock()) as held:
    print(held)

items = []
ready = Condition()


def consumer():
    with ready:
        while not items:
            ready.wait()
        print("got", items.pop())


t = Thread(target=consumer)
t.start()
with ready:
    items.append("parcel")
    ready.notify()
t.join()
print(items, threading.active_count(), threading.current_thread() is threading.main_thread())

order = []
go = Event()


def runner(n):
    go.wait()
    with ready:
        order.append(n)


runners = [Thread(target=runner, args=(n,)) for n in range(4)]
for r in runners:
    r.start()
print(order, any(r.is_alive() for r in runners))
go.set()
for r in runners:
    r.join()
print(sorted(order))
