import threading
import time


class Account:
    def __init__(self, account_id, balance):
        self.account_id = account_id
        self.name = f"Cuenta-{account_id}"
        self.balance = balance


class UnlockedBank:
    def __init__(self, accounts, thread_delay):
        self.accounts = accounts
        self.thread_delay = thread_delay

    def transfer(self, from_account_id, to_account_id, amount):
        from_account = self.accounts[from_account_id]
        to_account = self.accounts[to_account_id]

        from_balance = from_account.balance
        time.sleep(self.thread_delay)
        from_account.balance = from_balance - amount

        to_balance = to_account.balance
        time.sleep(self.thread_delay)
        to_account.balance = to_balance + amount


accounts = {1: Account(1, 100), 2: Account(2, 100)}
bank = UnlockedBank(accounts, 0.01)

thread_1 = threading.Thread(target=bank.transfer, args=(1, 2, 100), name="Hilo-1")
thread_2 = threading.Thread(target=bank.transfer, args=(2, 1, 50), name="Hilo-2")
thread_1.start()
thread_2.start()
thread_1.join()
thread_2.join()

print((accounts[1].balance, accounts[2].balance))
