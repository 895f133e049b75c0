import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.acquire(True, 0.01))
print(lock.release(), lock.locked())
print(lock.acquire(False), lock.acquire(False))
lock.release()
print(lock.acquire(timeout=1), lock.acquire(timeout=0))
lock.release()
with lock:
    print("inside", lock.locked())
print("outside", lock.locked())
with lock as value:
    print(value)
try:
    with lock:
        raise ValueError("inside the region")
except ValueError as error:
    print(error, lock.locked())


def early():
    with lock:
        return "returned"


print(early(), lock.locked())
for i in range(3):
    with lock:
        if i == 1:
            continue
        if i == 2:
            break
        print("region", i)
print(lock.locked())
other = threading.Lock()
with lock, other:
    print(lock.locked(), other.locked())
print(lock.locked() or other.locked())
