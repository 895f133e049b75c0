import threading

lock = threading.Lock()
try:
    lock.release()
except RuntimeError as error:
    print(error)
rlock = threading.RLock()
try:
    rlock.release()
except RuntimeError as error:
    print(error)
try:
    lock.acquire(False, 1)
except ValueError as error:
    print(error)
try:
    with lock:
        lock.release()
except RuntimeError as error:
    print("exit:", error)
print(lock.locked())
try:
    with 5:
        pass
except TypeError as error:
    print(error)
try:
    lock.missing
except AttributeError as error:
    print(error)


def twice():
    first = threading.Lock()
    second = threading.Lock()
    first.acquire()
    try:
        second.acquire()
        try:
            raise KeyError("inside")
        finally:
            second.release()
    finally:
        first.release()
        print(first.locked(), second.locked())


try:
    twice()
except KeyError as error:
    print(error)
