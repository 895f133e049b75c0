items = list(range(12))
del items[2:4]
print(items)
del items[::3]
print(items)
del items[-2:]
print(items)
del items[5:2]
print(items)
del items[0], items[-1]
print(items)
items[1:1] = ["a", "b"]
print(items)
items[:0] = [-1]
items[len(items):] = [99]
print(items)
items[1:3] = []
print(items)
items[::4] = "x"
print(items)
items[:] = (n * n for n in range(4))
print(items)
items[1:3] = items
print(items)
items[::-1] = list(items)
print(items)
items[slice(0, 2)] = [0] * 4
print(items)
del items[slice(None)]
print(items)
items = [1, 2, 3, 4]
for attempt in (
    "odd size",
    "no iterable",
    "zero",
):
    try:
        if attempt == "odd size":
            items[::2] = [1]
        elif attempt == "no iterable":
            items[1:2] = 5
        else:
            items[::0] = [1]
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(items)
