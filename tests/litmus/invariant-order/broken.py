import threading

from cerrojo import invariant

paid = False
delivered = False
invariant(lambda: paid or not delivered)


def pay():
    global paid
    paid = True


def deliver():
    global delivered
    delivered = True


a = threading.Thread(target=pay)
b = threading.Thread(target=deliver)
a.start()
b.start()
a.join()
b.join()
print(paid, delivered)
