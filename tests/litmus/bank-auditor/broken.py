import threading

balances = [100, 100]
lock_1 = threading.Lock()
lock_2 = threading.Lock()


def transfer():
    with lock_1:
        balances[0] -= 100
    with lock_2:
        balances[1] += 100


def audit():
    with lock_1:
        with lock_2:
            total = balances[0] + balances[1]
    print(total)


a = threading.Thread(target=transfer)
b = threading.Thread(target=audit)
a.start()
b.start()
a.join()
b.join()
