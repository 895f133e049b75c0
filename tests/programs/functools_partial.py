import functools
import threading
from functools import partial, reduce, wraps


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


def show(*args, **options):
    return args, sorted(options.items())


hello = partial(print, "hello", sep="-")
hello()
hello("world", "again", end="!\n")
hello(1, sep="+")
p = partial(show, 1, a=2)
print(p(), p(3), p(4, b=5), p(a=6), p.args, p.keywords, p.func is show)
q = partial(p, 7, b=8)
print(q(), q(9, a=0), q.args, q.keywords, q.func is show)
int2 = partial(int, base=2)
print(int2("1011"), list(map(partial(pow, 2), range(5))), sorted("bca", key=partial(str.upper)))
print(partial(max, 3)(1, 9), partial(str.join, ",")(["a", "b"]), partial("x{}y{}".format, 1)(2))
items = []
add = partial(items.append)
add(5)
partial(items.extend, [6, 7])()
print(items, callable(p), type(p), type(p).__name__, isinstance(p, partial), partial)
print(repr(partial(len, [1])), partial(max, key=len), partial(print))


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount, note=""):
        self.balance += amount
        return f"{self.owner}: {self.balance}{note}"

    double = partial(pow, 2)


ana = partial(Account, "Ana")(5)
pay = partial(ana.deposit, 10, note="!")
print(pay(), pay(), pay(note="?"), ana.double(3), Account.double(4))
print(reduce(lambda f, g: partial(lambda h, k, x: h(k(x)), f, g), [abs, int, float])("-3.9"))
results = []
threads = [threading.Thread(target=partial(results.append, n)) for n in range(3)]
for thread in threads:
    thread.start()
    thread.join()
print(results, threads[0].name, partial(reduce, lambda a, b: a * b)([1, 2, 3, 4]))

attempt(partial)
attempt(partial, 5)
attempt(partial(show), 1)
attempt(partial(pow, 1, 2, 3, 4))
attempt(partial(Account))
attempt(lambda: p.nothing)
attempt(lambda: hash(p) == hash(p))
attempt(lambda: p == partial(show, 1, a=2))


def logged(function):
    @wraps(function)
    def wrapper(*args, **options):
        print("calling", function.__name__)
        return function(*args, **options)

    return wrapper


def repeat(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(value):
            return [function(value) for _ in range(times)]

        return wrapper

    return decorate


@logged
def area(width, height=2):
    return width * height


@repeat(3)
@logged
def square(n):
    return n * n


print(area(3), area(3, height=4), area.__name__, square(4), square.__name__)
print(repr(area).split(" at ")[0], repr(square).split(" at ")[0])
attempt(square)
attempt(square, 1, 2)
attempt(area, 1, 2, 3)
plain = lambda x: x
print(functools.update_wrapper(plain, area) is plain, plain.__name__, plain(8))
print(functools.update_wrapper(lambda: 0, len).__name__, wraps(Account)(lambda: 0).__name__)
print(wraps(ana.deposit)(lambda: 0).__name__, wraps(partial(len))(lambda: 0).__name__, wraps("abc".upper)(lambda: 0).__name__)
attempt(wraps)
attempt(wraps, 1, 2, 3, 4)
print(threading.Thread(target=area).name.split(" ")[1])
