part = slice(1, 8, 2)
print(part, part.start, part.stop, part.step, slice(3), slice(None), slice(1, None))
items = list(range(10))
print(items[part], tuple(items)[part], "0123456789"[part], range(10)[part], b"0123456789"[part])
print(part == slice(1, 8, 2), part != slice(1, 8))
columns = {"name": slice(0, 6), "amount": slice(6, 10), "unit": slice(10, None)}
for line in ("sugar   12kg", "milk     3l", "eggs    30"):
    print({name: line[columns[name]].strip() for name in columns})
for attempt in (
    lambda: hash(part),
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: items[slice("a")],
    lambda: items[slice(1, 2, 0)],
    lambda: {part: 1},
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
