import threading

free = 1
lock = threading.Lock()


def sell():
    global free
    with lock:
        is_free = free > 0
    if is_free:
        with lock:
            free -= 1


a = threading.Thread(target=sell)
b = threading.Thread(target=sell)
a.start()
b.start()
a.join()
b.join()
assert free == 0
print(free)
