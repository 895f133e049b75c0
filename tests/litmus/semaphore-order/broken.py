import threading

value = 0
ready = threading.Semaphore(1)


def produce():
    global value
    value = 42
    ready.release()


def consume():
    ready.acquire()
    print(value)


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
