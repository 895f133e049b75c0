import threading

lock = threading.Lock()


def pay(amount):
    lock.acquire()
    if amount > 100:
        raise ValueError("overdraft")
    print("paid", amount)
    lock.release()


a = threading.Thread(target=pay, args=(500,))
b = threading.Thread(target=pay, args=(50,))
a.start()
b.start()
a.join()
b.join()
