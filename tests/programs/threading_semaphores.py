from threading import BoundedSemaphore, Semaphore, Thread


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


s = Semaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(False), s.acquire(timeout=0.01))
s.release()
print(s.acquire(blocking=True, timeout=0.5), s.acquire(blocking=False))
s.release(3)
print([s.acquire(blocking=False) for _ in range(5)])
with Semaphore() as entered:
    print(entered)
attempt(Semaphore, -1)
attempt(s.release, 0)
attempt(s.acquire, False, 1)
b = BoundedSemaphore(1)
with b:
    print(b.acquire(blocking=False))
attempt(b.release)
b.acquire()
attempt(b.release, 2)
b.release()
print(b.acquire(False))
attempt(BoundedSemaphore, -2)
zero = Semaphore(0)
log = []


def worker():
    zero.acquire()
    log.append("through")


t = Thread(target=worker)
t.start()
log.append("giving")
zero.release()
t.join()
print(log, zero.acquire(False))
