import threading

x = 0
y = 0
lock = threading.Lock()


def up():
    global x, y
    with lock:
        x = 1
        y = 2


def down():
    global x, y
    with lock:
        y = 1
        x = 2


a = threading.Thread(target=up)
b = threading.Thread(target=down)
a.start()
b.start()
a.join()
b.join()
print(x, y)
