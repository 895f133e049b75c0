import threading

n = 0


def add(k):
    global n
    n += k


a = threading.Thread(target=add, args=(1,))
b = threading.Thread(target=add, args=(10,))
a.start()
b.start()
a.join()
b.join()
print(n)
