import threading

lock = threading.Lock()


def finish():
    if lock.locked():
        lock.release()


lock.acquire()

a = threading.Thread(target=finish)
b = threading.Thread(target=finish)
a.start()
b.start()
a.join()
b.join()
print("open")
