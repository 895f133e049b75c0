import threading

x = 0
y = 0
r1 = 0
r2 = 0
lock = threading.Lock()


def left():
    global y, r1
    with lock:
        r1 = x
        y = 1


def right():
    global x, r2
    with lock:
        r2 = y
        x = 1


a = threading.Thread(target=left)
b = threading.Thread(target=right)
a.start()
b.start()
a.join()
b.join()
print(r1, r2)
