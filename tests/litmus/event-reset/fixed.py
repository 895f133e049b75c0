import threading

go = threading.Event()


def signal():
    go.set()


def wait():
    go.wait()
    go.clear()
    print("went")


a = threading.Thread(target=signal)
b = threading.Thread(target=wait)
a.start()
b.start()
a.join()
b.join()
