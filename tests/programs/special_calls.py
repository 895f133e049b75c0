class Multiplier:
    def __init__(self, k):
        self.k = k

    def __call__(self, x, *more, add=0):
        return x * self.k + add + sum(more)


class Counter:
    def __init__(self):
        self.calls = 0

    def __call__(self, function):
        def wrapper(*args):
            self.calls += 1
            return function(*args)

        return wrapper


class Greeter:
    def __call__(self):
        print("hello")


class Child(Multiplier):
    def __call__(self, x):
        return super().__call__(x) + 1


double = Multiplier(2)
print(double(4), double(4, 1, 2), double(4, add=3), double(*[1, 2], **{"add": 5}))
print(list(map(double, [1, 2, 3])), sorted([3, 1, 2], key=Multiplier(-1)))
print(callable(double), callable(Counter), callable(5), callable(Child(3)), Child(3)(2))
count = Counter()


@count
def add(a, b):
    return a + b


print(add(1, 2), add(3, 4), count.calls)
Greeter()()
try:
    double()
except TypeError as error:
    print(error)
try:
    double(1, plus=2)
except TypeError as error:
    print(error)
try:
    object()()
except TypeError as error:
    print(error)
class Silent:
    pass


try:
    Silent()()
except TypeError as error:
    print(error)
print(double.__call__(5), max([1, -5, 3], key=Multiplier(-1)))
