import threading

from cerrojo import invariant

paid = False
delivered = False
ready = threading.Semaphore(0)
invariant(lambda: paid or not delivered)


def pay():
    global paid
    paid = True
    ready.release()


def deliver():
    global delivered
    ready.acquire()
    delivered = True


a = threading.Thread(target=pay)
b = threading.Thread(target=deliver)
a.start()
b.start()
a.join()
b.join()
print(paid, delivered)
