def append(x, items=[]):
    items.append(x)
    return items


print(append(1), append(2), append(3, []), append(4))


def make(n):
    print("default computed", n)
    return n


def f(a=make(1), b=make(2)):
    return a + b


print(f(), f(10), f(b=5))
limit = 10


def g(x=limit):
    return x


limit = 20
print(g(), limit)


def counter(state={"n": 0}):
    state["n"] += 1
    return state["n"]


counter()
counter()
print(counter())


def none_default(items=None):
    if items is None:
        items = []
    items.append(1)
    return items


print(none_default(), none_default())


def f(a=1):
    return "redefined", a


print(f())
