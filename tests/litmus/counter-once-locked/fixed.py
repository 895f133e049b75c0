import threading

n = 0
lock = threading.Lock()


def careful():
    global n
    with lock:
        n += 1


def careless():
    global n
    with lock:
        n += 1


a = threading.Thread(target=careful)
b = threading.Thread(target=careless)
a.start()
b.start()
a.join()
b.join()
print(n)
