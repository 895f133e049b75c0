import threading

version = 0


def publish():
    global version
    version = 1
    version = 2


def watch():
    first = version
    second = version
    assert second >= first
    print(first, second)


a = threading.Thread(target=publish)
b = threading.Thread(target=watch)
a.start()
b.start()
a.join()
b.join()
