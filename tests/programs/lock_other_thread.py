import threading

lock = threading.Lock()
results = []


def release_it():
    lock.release()
    results.append("released by another thread")


def try_it():
    results.append(lock.acquire(False))
    results.append(lock.acquire(timeout=0.01))


lock.acquire()
for target in [try_it, release_it]:
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
print(results, lock.locked())

rlock = threading.RLock()


def release_foreign():
    try:
        rlock.release()
    except RuntimeError as error:
        print(error)
    print(rlock.acquire(False))


rlock.acquire()
thread = threading.Thread(target=release_foreign)
thread.start()
thread.join()
rlock.release()
print("end")
