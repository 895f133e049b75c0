def show(*args, **options):
    return args, options


first, *rest = range(5)
*start, last = "abc"
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(first, rest, start, last, a, b, c, d)
x, *y = [1]
print(x, y, [*rest, *start], (*rest,), {*rest, *rest}, {**{"k": 1}, "j": 2, **{"k": 3}})
print(show(*[1, 2], 3, *"ab", **{"p": 1}, q=2, **{"r": 3}))
print(*[], *range(3), sep="|")
for n, *others in [(1, 2, 3), (4,), "xyz"]:
    print(n, others, end=" ")
print()


def everything(a, b=2, *args, c, d=4, **options):
    return a, b, args, c, d, options


print(everything(1, c=3), everything(1, 5, 6, 7, c=8, e=9), everything(*[1, 2, 3], **{"c": 0, "z": 1}))


def positional(a, b, /, c, *, d):
    return a + b + c + d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(positional, 1, b=2, c=3, d=4)
attempt(positional, 1, 2, 3, 4)
attempt(positional, 1, 2, 3)
attempt(everything)
attempt(everything, 1)
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(**[1]))
attempt(lambda: show(*5))
attempt(lambda: show(a=1, **{"a": 2}))
attempt(lambda: [*None])
attempt(lambda: {**5})


def unpack(values):
    head, middle, *tail = values
    return head, middle, tail


attempt(unpack, [1])
attempt(unpack, "ab")
attempt(unpack, {"k": 1, "l": 2, "m": 3})
pairs = [("a", 1), ("b", 2)]
letters, numbers = zip(*pairs)
print(letters, numbers, dict(pairs), [list(row) for row in zip(*[[1, 2], [3, 4]])])
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), max(*[3, 9, 2]), "{}-{}".format(*"ab"), "{p}{q}".format(**{"p": 1, "q": 2}))
