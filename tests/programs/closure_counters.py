def counter(start=0):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return up, reset

up, reset = counter(5)
other, _ = counter()
print(up(), up(3), other(), up())
reset()
print(up(), other())

def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value
    return composed

print(compose()(1), compose(lambda x: x + 1, lambda x: x * 10)(2), compose(str, len, float)(12345))

def memo(function):
    known = {}

    def wrapped(n):
        if n not in known:
            known[n] = function(n)
        return known[n]
    return wrapped

@memo
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

print(fibonacci(60))

def early():
    def inner():
        return late
    try:
        inner()
    except NameError as error:
        print(error)
    late = 1
    return inner()

print(early())
