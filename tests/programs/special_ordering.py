class Version:
    def __init__(self, major, minor):
        self.major = major
        self.minor = minor

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)

    def __repr__(self):
        return f"{self.major}.{self.minor}"


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents < other.cents

    def __le__(self, other):
        return self.cents <= other.cents

    def __gt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents > other.cents

    def __ge__(self, other):
        return self.cents >= other.cents

    def __repr__(self):
        return f"${self.cents}"


versions = [Version(2, 1), Version(1, 9), Version(1, 0), Version(2, 0)]
print(sorted(versions), sorted(versions, reverse=True))
print(min(versions), max(versions), max(Version(0, 1), Version(0, 2)))
versions.sort()
print(versions)
versions.sort(key=lambda v: v.minor)
print(versions)
print(Version(1, 0) < Version(1, 1), Version(1, 0) > Version(1, 1))
try:
    print(Version(1, 0) <= Version(1, 1))
except TypeError as error:
    print(error)
try:
    print(Money(1) < 5)
except TypeError as error:
    print(error)
try:
    print(5 < Money(1))
except TypeError as error:
    print(error)
print(Money(1) < Money(2), Money(1) <= Money(1), Money(1) > Money(2), Money(1) >= Money(2))
print([Money(1), Money(5)] < [Money(1), Money(6)], (Money(2),) > (Money(1), Money(9)))
print([Money(1)] <= [Money(1)], [Money(1)] < [Money(1)], (Money(1), 2) >= (Money(1), 3))
tasks = [(2, Money(5)), (1, Money(9)), (2, Money(1))]
print(sorted(tasks))
tasks.sort(reverse=True)
print(tasks)
many = [Money((i * 37) % 101) for i in range(150)]
many.sort()
print([m.cents for m in many][:20], many[0] <= many[-1])
print(all(many[i] <= many[i + 1] for i in range(len(many) - 1)))
print(max(many, key=lambda m: m.cents % 10), min([], default=Money(0)))
class Noisy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f"{self.n}<{other.n}", end=" ")
        return self.n < other.n


order = sorted([Noisy(3), Noisy(1), Noisy(2), Noisy(5), Noisy(4)])
print()
print([x.n for x in order])
print(min(order).n, max(order).n)
class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise ValueError("three")
        return self.n < other.n


odds = [Odd(2), Odd(1), Odd(3)]
try:
    odds.sort()
except ValueError as error:
    print(error, len(odds))
