import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(False), lock.acquire(timeout=1))
for _ in range(4):
    lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)


def countdown(n):
    with lock:
        if n > 0:
            return countdown(n - 1) + 1
        return 0


print(countdown(10))


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0

    def deposit(self, amount):
        with self.lock:
            self.balance += amount

    def deposit_twice(self, amount):
        with self.lock:
            self.deposit(amount)
            self.deposit(amount)


account = Account()
account.deposit_twice(5)
print(account.balance)
seen = []


def other():
    seen.append(lock.acquire(False))


with lock:
    with lock:
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
print(seen)
