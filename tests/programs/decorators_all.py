calls = []


def traced(function):
    def wrapper(*args, **options):
        calls.append(function.__name__)
        return function(*args, **options)

    return wrapper


def twice(function):
    return lambda *args: function(function(*args))


def add(amount):
    print("making add", amount)

    def decorate(function):
        print("decorating", function.__name__, amount)
        return lambda *args: function(*args) + amount

    return decorate


class Counted:
    def __init__(self, function):
        self.function = function
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)


@traced
def hello(name, mark="!"):
    return "hello " + name + mark


@twice
@add(10)
@add(1)
def half(n):
    return n // 2


@Counted
def square(n):
    return n * n


@traced
@twice
def same(n):
    return n + 1


print(hello("Ana"), hello("Eva", mark="?"), calls)
print(half(100), half(7), same(1))
print(square(3), square(4), square.count)


def memo(function):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = function(n)
        return known[n]

    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), [fib(n) for n in range(10)])


def outer():
    @traced
    def inner(x):
        return x * 2

    return inner(21)


print(outer(), calls[-1], len(calls))
