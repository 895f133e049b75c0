import threading

best = 0


def offer(x):
    global best
    if x > best:
        best = x


a = threading.Thread(target=offer, args=(3,))
b = threading.Thread(target=offer, args=(7,))
a.start()
b.start()
a.join()
b.join()
print(best)
