import threading

class Point:
    def __init__(self, x):
        self.x = x


point = None


def make():
    global point
    point = Point(7)


def use():
    if point is not None:
        print(point.x)
    else:
        print("none")


a = threading.Thread(target=make)
b = threading.Thread(target=use)
a.start()
b.start()
a.join()
b.join()
