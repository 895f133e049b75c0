import threading

slots = threading.Semaphore(1)
items = []


def put(item):
    slots.acquire()
    items.append(item)


def take():
    print(items.pop(0))
    slots.release()


a = threading.Thread(target=take)
b = threading.Thread(target=put, args=(1,))
a.start()
b.start()
a.join()
b.join()
