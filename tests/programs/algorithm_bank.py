class InsufficientFunds:
    def __init__(self, missing):
        self.missing = missing


class Account:
    interest = 0.02

    def __init__(self, account_id, balance):
        self.account_id = account_id
        self.name = f"Cuenta-{account_id}"
        self.balance = balance


class Bank:
    def __init__(self):
        self.accounts = {}
        self.rejected = 0

    def open(self, balance):
        account_id = len(self.accounts) + 1
        self.accounts[account_id] = Account(account_id, balance)
        return account_id

    def transfer(self, from_account_id, to_account_id, amount):
        source = self.accounts[from_account_id]
        target = self.accounts[to_account_id]
        if source.balance < amount:
            self.rejected += 1
            return InsufficientFunds(amount - source.balance)
        source.balance -= amount
        target.balance += amount
        return None

    def total(self):
        total = 0
        for account in self.accounts.values():
            total += account.balance
        return total


bank = Bank()
for balance in (100, 100, 0):
    bank.open(balance)
for a, b, amount in [(1, 2, 100), (2, 1, 50), (3, 1, 10), (2, 3, 75), (1, 9, 1)]:
    try:
        problem = bank.transfer(a, b, amount)
        if problem:
            print("rejected, missing", problem.missing)
    except KeyError as error:
        print("no account", error)
for account in bank.accounts.values():
    print(f"{account.name:<10}|{account.balance:>8.2f}")
print(bank.total(), bank.rejected)
Account.interest = 0.05
for account in bank.accounts.values():
    account.balance += account.balance * account.interest
print(round(bank.total(), 2))
