class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Steps:
    """A container whose iterator is a class without __iter__."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return StepsIterator(self.n)


class StepsIterator:
    def __init__(self, n):
        self.n = n
        self.at = 0

    def __next__(self):
        if self.at == self.n:
            raise StopIteration()
        self.at += 1
        return self.at


class Names:
    def __init__(self, *names):
        self.names = list(names)

    def __iter__(self):
        return iter(self.names)

    def __reversed__(self):
        return reversed([n.upper() for n in self.names])


class Broken:
    def __iter__(self):
        return 5


class Failing:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("no next")


for n in Countdown(3):
    print(n, end=" ")
print(list(Countdown(4)), tuple(Countdown(2)), sum(Countdown(4)), max(Countdown(5)))
print(sorted(Countdown(3)), 2 in Countdown(3), 7 in Countdown(3), 7 not in Countdown(3))
print(list(Steps(3)), [x * 2 for x in Steps(3)], {x for x in Steps(2)}, set(Steps(3)))
it = iter(Steps(2))
print(type(it).__name__, next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration:
    print("stopped")
try:
    for x in it:
        print(x)
except TypeError as error:
    print(error)
countdown = Countdown(3)
print(next(countdown), iter(countdown) is countdown, list(countdown), list(countdown))
print(list(zip(Countdown(3), Steps(5))), list(enumerate(Names("a", "b"), 1)))
print(list(map(lambda x: -x, Steps(3))), list(filter(lambda x: x > 1, Countdown(3))))
print(list(reversed(Names("x", "y"))), "x" in Names("x"), [*Names("p", "q"), *Steps(2)])
first, second = Names("one", "two")
print(first, second, dict(zip(Names("k", "l"), Countdown(2))))
try:
    a, b, c = Steps(2)
except ValueError as error:
    print(error)
try:
    a, b = Countdown(9)
except ValueError as error:
    print(error)
for wrong in (Broken(), Failing()):
    try:
        for x in wrong:
            print(x)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    next(Steps(1))
except TypeError as error:
    print(error)


def show(*args):
    print(args)


show(*Countdown(3))
items = [0]
items.extend(Steps(2))
items += Countdown(2)
items[1:1] = Names("in")
print(items, "-".join(Names("a", "b", "c")))
for x in Countdown(5):
    if x == 3:
        break
else:
    print("never")
for x in Countdown(2):
    for y in Steps(2):
        print(x, y, end="; ")
print()
print(any(x > 2 for x in Steps(3)), all(Names("a", "")), min(Names("b", "a"), default="none"))
print(any(Countdown(0)), min(Countdown(0), default="none"))
