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


account_1 = Account(1, 10)
account_2 = Account(2, 10)
account_3 = Account(3, 10)

a = threading.Thread(target=transfer, args=(account_1, account_2, 1))
b = threading.Thread(target=transfer, args=(account_2, account_3, 1))
c = threading.Thread(target=transfer, args=(account_3, account_1, 1))
a.start()
b.start()
c.start()
a.join()
b.join()
c.join()
print(account_1.balance, account_2.balance, account_3.balance)
