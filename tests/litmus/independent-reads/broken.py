import threading

x = 0
y = 0
seen = [None, None]


def write_x():
    global x
    x = 1


def write_y():
    global y
    y = 1


def read_xy():
    first = x
    second = y
    seen[0] = (first, second)


def read_yx():
    first = y
    second = x
    seen[1] = (first, second)


a = threading.Thread(target=write_x)
b = threading.Thread(target=write_y)
c = threading.Thread(target=read_xy)
d = threading.Thread(target=read_yx)
a.start()
b.start()
c.start()
d.start()
a.join()
b.join()
c.join()
d.join()
assert seen != [(1, 0), (1, 0)]
print(seen[0], seen[1])
