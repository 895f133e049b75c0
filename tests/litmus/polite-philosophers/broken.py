import threading
from cerrojo import progress

left = threading.Lock()
right = threading.Lock()


def philosopher(first, second):
    while True:
        first.acquire()
        if second.acquire(blocking=False):
            break
        first.release()
    progress("eats")
    second.release()
    first.release()


a = threading.Thread(target=philosopher, args=(left, right))
b = threading.Thread(target=philosopher, args=(right, left))
a.start()
b.start()
a.join()
b.join()
print("done")
