import threading

class Account:
    def __init__(self):
        self.balance = 100

    def withdraw(self, amount):
        self.balance -= amount


account = Account()

a = threading.Thread(target=account.withdraw, args=(30,))
b = threading.Thread(target=account.withdraw, args=(50,))
a.start()
b.start()
a.join()
b.join()
print(account.balance)
