import threading

balance = 100
paid = 0
lock = threading.Lock()


def withdraw(amount):
    global balance, paid
    with lock:
        if balance >= amount:
            balance -= amount
            paid += amount


a = threading.Thread(target=withdraw, args=(60,))
b = threading.Thread(target=withdraw, args=(60,))
a.start()
b.start()
a.join()
b.join()
print(balance, paid)
