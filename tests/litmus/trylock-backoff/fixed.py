import threading

lock_a = threading.Lock()
lock_b = threading.Lock()


def work(first, second):
    while True:
        first.acquire()
        if second.acquire(blocking=False):
            break
        first.release()
    second.release()
    first.release()


a = threading.Thread(target=work, args=(lock_a, lock_b))
b = threading.Thread(target=work, args=(lock_b, lock_a))
a.start()
b.start()
a.join()
b.join()
print("done")
