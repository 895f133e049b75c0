class Account:
    def __init__(self, account_id, balance=0):
        self.account_id = account_id
        self.balance = balance
        self.log = []

    def deposit(self, amount):
        self.balance += amount
        self.log.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"saldo insuficiente: {self.balance} < {amount}")
        self.balance -= amount
        self.log.append(("withdraw", amount))

    def describe(self):
        return f"{self.account_id}: {self.balance}"


a = Account(1, 100)
b = Account(balance=5, account_id=2)
a.deposit(50).deposit(25)
a.withdraw(10)
print(a.describe(), b.describe(), a.log, b.log)
try:
    b.withdraw(6)
except ValueError as error:
    print(error)
method = a.deposit
method(1)
print(a.balance, Account.describe(a))
a.note = "extra"
print(a.note, a.balance)
try:
    b.note
except AttributeError as error:
    print(error)
try:
    Account()
except TypeError as error:
    print(error)
try:
    a.deposit()
except TypeError as error:
    print(error)
print(a == a, a == b, a != b, a is a, isinstance(a, Account), bool(a))
