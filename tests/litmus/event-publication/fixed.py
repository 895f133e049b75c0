import threading

value = 0
ready = threading.Event()


def produce():
    global value
    value = 42
    ready.set()


def consume():
    ready.wait()
    print(value)


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
