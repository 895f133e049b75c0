def f(a, b, c=3, d=4):
    return a, b, c, d


print(f(1, 2), f(1, 2, 30), f(1, 2, d=40), f(b=2, a=1), f(1, c=9, b=2), f(d=1, c=2, b=3, a=4))


def nothing():
    pass


def bare():
    return


print(nothing(), bare())


def many():
    return 1, 2


print(many())
try:
    f(1)
except TypeError as error:
    print(error)
try:
    f()
except TypeError as error:
    print(error)
try:
    f(1, 2, 3, 4, 5)
except TypeError as error:
    print(error)
try:
    f(1, 2, e=5)
except TypeError as error:
    print(error)
try:
    f(1, 2, a=5)
except TypeError as error:
    print(error)
try:
    nothing(1)
except TypeError as error:
    print(error)
g = f
print(g(0, 0), g is f)
table = {"f": f, "n": nothing}
print(table["f"](5, 6), table["n"]())


def apply(function, value):
    return function(value)


print(apply(len, "abc"), apply(str, 5), apply(abs, -3))
