import threading

class Point:
    def __init__(self):
        self.x = 0


point = None


def make():
    global point
    point = Point()
    point.x = 7


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
