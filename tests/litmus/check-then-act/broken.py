import threading

free = 1


def sell():
    global free
    if free > 0:
        free -= 1


a = threading.Thread(target=sell)
b = threading.Thread(target=sell)
a.start()
b.start()
a.join()
b.join()
print(free)
