import threading

lock = threading.Lock()
count = 0


def work():
    global count
    while not lock.acquire(blocking=False):
        pass
    count += 1
    lock.release()


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
assert count == 2
print(count)
