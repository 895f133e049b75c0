import threading

go = threading.Event()


def signal():
    go.set()
    go.clear()


def wait():
    go.wait()
    print("went")


a = threading.Thread(target=signal)
b = threading.Thread(target=wait)
a.start()
b.start()
a.join()
b.join()
