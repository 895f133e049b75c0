import threading

x = 1
y = 2


def swap():
    global x, y
    x, y = y, x


a = threading.Thread(target=swap)
b = threading.Thread(target=swap)
a.start()
b.start()
a.join()
b.join()
print(x, y)
