import threading


class Account:
    def __init__(self, account_id, balance):
        self.account_id = account_id
        self.balance = balance
        self.lock = threading.Lock()

    def deposit(self, amount, times=1):
        for _ in range(times):
            with self.lock:
                self.balance += amount


class Bank:
    def __init__(self):
        self.accounts = [Account(0, 100), Account(1, 100)]

    def transfer(self, source, target, amount):
        with self.accounts[source].lock, self.accounts[target].lock:
            self.accounts[source].balance -= amount
            self.accounts[target].balance += amount


bank = Bank()
jobs = [
    threading.Thread(target=bank.transfer, args=(0, 1, 30)),
    threading.Thread(target=bank.transfer, args=[1, 0, 5]),
    threading.Thread(target=bank.accounts[0].deposit, args=(1,), kwargs={"times": 10}),
]
for job in jobs:
    job.start()
    job.join()
    print(bank.accounts[0].balance, bank.accounts[1].balance)
print(bank.accounts[0].lock.locked())
