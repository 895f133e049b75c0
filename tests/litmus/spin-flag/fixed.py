import threading

busy = threading.Lock()
count = 0


def work():
    global count
    while not busy.acquire(blocking=False):
        pass
    count += 1
    busy.release()


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
assert count == 2
print(count)
