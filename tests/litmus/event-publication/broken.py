import threading

value = 0
ready = threading.Event()


def produce():
    global value
    ready.set()
    value = 42


def consume():
    ready.wait()
    print(value)


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
