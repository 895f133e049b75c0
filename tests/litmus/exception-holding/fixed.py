import threading

lock = threading.Lock()


def pay(amount):
    try:
        with lock:
            if amount > 100:
                raise ValueError("overdraft")
            print("paid", amount)
    except ValueError:
        pass


a = threading.Thread(target=pay, args=(500,))
b = threading.Thread(target=pay, args=(50,))
a.start()
b.start()
a.join()
b.join()
