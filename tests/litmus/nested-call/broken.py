import threading

lock = threading.Lock()
total = 0


def add(k):
    global total
    with lock:
        total += k


def add_twice(k):
    with lock:
        add(k)
        add(k)


a = threading.Thread(target=add_twice, args=(1,))
a.start()
a.join()
print(total)
