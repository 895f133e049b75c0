class Money:
    def __init__(self, amount, unit="€"):
        self.amount = amount
        self.unit = unit

    def __str__(self):
        return f"{self.amount:.2f} {self.unit}"

    def __repr__(self):
        return f"Money({self.amount!r}, {self.unit!r})"

wallet = [Money(3), Money(2.5, "$")]
print(wallet[0], wallet, str(wallet[1]), repr(wallet[1]), (wallet[0],), {"m": wallet[1]})
print(f"{wallet[0]} {wallet[0]!r} {wallet[0]!s:>10}|{str(wallet[0]):<10}|", "{} {!r}".format(*wallet), "%s %r" % tuple(wallet))
print("{0.amount} {0.unit} {1.amount:06.2f}".format(*wallet), f"{wallet[1].amount + 1:.1f}", f"{wallet[0]=!s} {wallet[0]=}")
print(f"{[str(coin) for coin in wallet]}", " + ".join(map(str, wallet)), sep="\n")
try:
    print(f"{wallet[0]:>10}")
except TypeError as error:
    print(error)

class Plain:
    pass

class Bad:
    def __str__(self):
        return 5

    def __repr__(self):
        raise ValueError("no text")

for attempt in (lambda: str(Bad()), lambda: f"{Bad()}", lambda: repr(Bad()), lambda: [Bad()].__class__, lambda: str([Bad()]), lambda: "%s" % Bad()):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(str(Plain())[:-20].startswith("<__main__.Plain object at"), Plain.__name__)
