import threading

lock = threading.RLock()


def hold():
    lock.acquire()
    lock.acquire()
    lock.release()
    lock.release()


def use():
    with lock:
        print("used")


a = threading.Thread(target=hold)
b = threading.Thread(target=use)
a.start()
b.start()
a.join()
b.join()
