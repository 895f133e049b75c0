import threading

x = 0
y = 0
r1 = 0
r2 = 0
lock = threading.Lock()


def left():
    global x, r1
    with lock:
        x = 1
        r1 = y


def right():
    global y, r2
    with lock:
        y = 1
        r2 = x


a = threading.Thread(target=left)
b = threading.Thread(target=right)
a.start()
b.start()
a.join()
b.join()
print(r1, r2)
