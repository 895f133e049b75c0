import threading

x = 0
y = 0
r1 = 0
r2 = 0


def left():
    global x, r1
    x = 1
    r1 = y


def right():
    global y, r2
    y = 1
    r2 = x


a = threading.Thread(target=left)
b = threading.Thread(target=right)
a.start()
b.start()
a.join()
b.join()
assert r1 == 1 or r2 == 1
print(r1, r2)
