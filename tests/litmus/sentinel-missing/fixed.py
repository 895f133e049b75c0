import threading

items = []
filled = threading.Semaphore(0)


def produce():
    items.append(1)
    filled.release()
    items.append(None)
    filled.release()


def consume():
    while True:
        filled.acquire()
        item = items.pop(0)
        if item is None:
            break
        print(item)


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
