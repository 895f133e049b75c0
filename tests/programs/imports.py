import threading as t
import time
from threading import Lock, RLock as Reentrant
from time import sleep

lock = Lock()
with lock:
    print("locked", lock.locked())
with Reentrant():
    print("reentrant")
thread = t.Thread(target=sleep, args=(0,))
thread.start()
thread.join()


def local_import():
    import time as clock

    return clock is time


print(local_import(), t.Lock is Lock)
module = t
print(module is t, isinstance(lock, int))
