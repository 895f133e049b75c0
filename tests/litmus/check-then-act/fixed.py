import threading

free = 1
lock = threading.Lock()


def sell():
    global free
    with lock:
        if free > 0:
            free -= 1


a = threading.Thread(target=sell)
b = threading.Thread(target=sell)
a.start()
b.start()
a.join()
b.join()
print(free)
