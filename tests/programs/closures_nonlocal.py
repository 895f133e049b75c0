def counter(start=0):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def down(by=1):
        nonlocal count
        count -= by
        return count

    return up, down, lambda: count


up, down, now = counter(10)
other_up, _, other_now = counter()
print(up(), up(5), down(2), now(), other_up(), other_now(), now())

late = [lambda: n for n in range(3)]
early = [lambda n=n: n for n in range(3)]
print([f() for f in late], [f() for f in early])

functions = []
for i in range(3):
    def show(i=i, *, j=i * 10):
        return i, j

    functions.append(show)
print([f() for f in functions], functions[0](7), functions[1](j=0))


def nested():
    x = "outer"

    def middle():
        y = "middle"

        def inner():
            nonlocal x, y
            x, y = y, x
            return x, y

        return inner(), x, y

    return middle(), x


print(nested())


def make_account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(amount)
        return balance

    def report():
        return f"{balance} after {history}"

    return {"deposit": deposit, "report": report}


account = make_account(100)
account["deposit"](50)
account["deposit"](-30)
print(account["report"]())


def unset():
    def read():
        return later

    try:
        print(read())
    except NameError as error:
        print(type(error).__name__, error)
    later = 5
    return read()


print(unset())


def deleted():
    value = 1

    def read():
        return value

    del value
    try:
        return read()
    except NameError as error:
        return f"{type(error).__name__} {error}"


print(deleted())
total = 0


def accumulate(values):
    global total

    def add(value):
        global total
        total += value

    for value in values:
        add(value)
    return total


print(accumulate([1, 2, 3]), total)


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


print(compose(abs, lambda n: n + 1, str, len)(-99), compose()(4), (lambda x: lambda y: lambda z: x + y + z)(1)(2)(3))
