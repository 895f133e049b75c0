from threading import Barrier, BrokenBarrierError, Thread, Timer, local
import threading


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


b = Barrier(1)
print(b.wait(), b.wait(), b.parties, b.n_waiting, b.broken)
b.abort()
print(b.broken)
attempt(b.wait)
b.reset()
print(b.broken, b.wait())
acted = Barrier(1, action=lambda: print("together"), timeout=1)
print(acted.wait())
late = Barrier(2)
attempt(late.wait, 0.01)
print(late.broken, isinstance(BrokenBarrierError(), RuntimeError))
attempt(late.wait)
arrived = []
meeting = Barrier(3)


def walker(name):
    arrived.append(meeting.wait())


walkers = [Thread(target=walker, args=(n,)) for n in "abc"]
for w in walkers:
    w.start()
for w in walkers:
    w.join()
print(sorted(arrived), meeting.n_waiting)

fired = []
timer = Timer(0.01, fired.append, args=["rang"])
print(timer.is_alive(), timer.interval)
timer.start()
timer.join()
print(fired, timer.is_alive(), timer.finished.is_set())
never = Timer(30, fired.append, ["never"])
never.start()
never.cancel()
never.join()
named = Timer(0, lambda *args, **options: fired.append((args, options)), [1], {"two": 2})
named.start()
named.join()
print(fired)

place = local()
place.name = "main"
seen = []


def visitor(name):
    seen.append(hasattr(place, "name"))
    place.name = name
    seen.append(place.name)


for name in ("first", "second"):
    t = Thread(target=visitor, args=(name,))
    t.start()
    t.join()
print(seen, place.name)
attempt(lambda: place.nothing)
del place.name
attempt(lambda: place.name)
print(len(threading.enumerate()), threading.get_ident() == threading.current_thread().ident)
