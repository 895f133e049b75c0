import threading

class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount


account_1 = Account(1, 100)

a = threading.Thread(target=transfer, args=(account_1, account_1, 10))
a.start()
a.join()
print(account_1.balance)
