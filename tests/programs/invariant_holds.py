from cerrojo import invariant
import cerrojo

balance = [10, 20]


def is_kept():
    return sum(balance) == 30


class Account:
    def __init__(self, amount):
        self.amount = amount

    def is_solvent(self):
        return self.amount >= 0


account = Account(5)
invariant(is_kept)
invariant(lambda: len(balance) == 2)
cerrojo.invariant(account.is_solvent)
cerrojo.invariant(lambda: all(n > 0 for n in balance))
cerrojo.invariant(lambda: [1])
print(invariant(lambda: True))
try:
    invariant()
except TypeError as error:
    print(error)
try:
    invariant(is_kept, 1)
except TypeError as error:
    print(error)
balance[0] -= 5
balance[1] += 5
account.amount -= 3
print(balance, account.amount)
