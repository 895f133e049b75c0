import threading

class Account:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()

    def withdraw(self, amount):
        with self.lock:
            self.balance -= amount


account = Account()

a = threading.Thread(target=account.withdraw, args=(30,))
b = threading.Thread(target=account.withdraw, args=(50,))
a.start()
b.start()
a.join()
b.join()
print(account.balance)
