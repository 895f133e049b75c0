"""Static and class methods, properties with and without a setter."""


class Account:
    made = 0
    rate = 2

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.made += 1

    @staticmethod
    def is_valid(amount):
        return amount > 0

    @classmethod
    def of(cls, text):
        owner, balance = text.split(":")
        return cls(owner, int(balance))

    @classmethod
    def count(cls):
        return f"{cls.__name__} {cls.made}"

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, amount):
        if amount < 0:
            raise ValueError(f"negative: {amount}")
        self._balance = amount

    @property
    def interest(self):
        return self.balance * self.rate // 100


class Savings(Account):
    rate = 5

    @property
    def interest(self):
        return super().interest + 1

    @classmethod
    def of(cls, text):
        made = super().of(text)
        made.owner += "*"
        return made

    @staticmethod
    def is_valid(amount):
        return Account.is_valid(amount) and amount < 1000


a = Account("Ana", 100)
b = Savings.of("Bea:300")
print(a.balance, a.interest, b.balance, b.interest, b.owner, type(b).__name__)
a.balance = 50
a.balance += 25
b.balance -= 100
print(a.balance, b.balance, a.interest, b.interest)
print(Account.is_valid(1), a.is_valid(-1), Savings.is_valid(2000), b.is_valid(5), Account.count(), b.count())
make = Account.of
print(make("Carl:7").owner, f"{a.balance:>6}", "{0.balance}".format(b), [x.interest for x in (a, b)])
for action in ("set", "negative", "delete", "init"):
    try:
        if action == "set":
            a.interest = 5
        elif action == "negative":
            a.balance = -1
        elif action == "delete":
            del a.interest
        else:
            Account("Dora", -5)
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
print(a.balance, a._balance)


class Lazy:
    @property
    def action(self):
        return self.double

    @property
    def broken(self):
        return self.missing

    def double(self, n):
        return 2 * n


print(Lazy().action(4))
try:
    Lazy().broken
except AttributeError as error:
    print(error)
