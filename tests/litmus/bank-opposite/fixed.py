import threading

class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    first, second = source, target
    if target.number < source.number:
        first, second = target, source
    with first.lock:
        with second.lock:
            source.balance -= amount
            target.balance += amount


account_1 = Account(1, 100)
account_2 = Account(2, 100)

a = threading.Thread(target=transfer, args=(account_1, account_2, 100))
b = threading.Thread(target=transfer, args=(account_2, account_1, 50))
a.start()
b.start()
a.join()
b.join()
print(account_1.balance, account_2.balance)
