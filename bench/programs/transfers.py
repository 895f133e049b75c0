import threading

THREADS = 2
TRANSFERS = 2000
ACCOUNTS = 8


class Account:
    def __init__(self, number):
        self.number = number
        self.balance = 1000
        self.lock = threading.Lock()


accounts = []
for number in range(ACCOUNTS):
    accounts.append(Account(number))


def transfer(source, target, amount):
    # One global order of the locks: no deadlock.
    first, second = source, target
    if target.number < source.number:
        first, second = target, source
    with first.lock:
        with second.lock:
            source.balance -= amount
            target.balance += amount


def client(number):
    for i in range(TRANSFERS):
        source = (number * 3 + i) % ACCOUNTS
        target = (source + 1 + i % (ACCOUNTS - 1)) % ACCOUNTS
        transfer(accounts[source], accounts[target], 1)


clients = []
for number in range(THREADS):
    clients.append(threading.Thread(target=client, args=(number,)))
for thread in clients:
    thread.start()
for thread in clients:
    thread.join()
total = 0
for account in accounts:
    total += account.balance
assert total == ACCOUNTS * 1000
