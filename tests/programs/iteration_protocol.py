items = ["a", "b", "c"]
walk = iter(items)
print(next(walk), list(walk), next(walk, None), iter(walk) is walk)
print(list(enumerate(items, 1)), list(zip(items, range(9))), list(zip()), list(zip([1])), list(reversed(items)), list(map(str.upper, items)))
print(list(filter(None, [0, 1, "", "x", None])), list(filter(lambda n: n > 1, [1, 2, 3])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
print(dict(zip(items, map(ord, items))), list(zip(*[(1, 2), (3, 4)])), [list(pair) for pair in zip("ab", "cd")])
both = zip(items, walk := iter([1, 2]))
print(list(both), next(walk, "empty"))
pair = iter([1, 2, 3, 4])
print(list(zip(pair, pair)), sum(map(int, "123")), max(map(len, ["a", "bcd"])), sorted(map(abs, [-3, 1])))
countdown = [3, 2, 1, 0, 7]
print(list(iter(countdown.pop, 3)), countdown)
for position, (key, value) in enumerate({"x": 1, "y": 2}.items()):
    print(position, key, value)
for attempt in (lambda: next(5), lambda: iter(5), lambda: zip(5), lambda: enumerate(5), lambda: map(5), lambda: list(map(5, [1])), lambda: reversed({1}), lambda: list(zip([1], [1, 2], strict=True)), lambda: enumerate(), lambda: filter(None), lambda: iter(5, 5), lambda: next(iter([]))):
    try:
        print(attempt())
    except (StopIteration, TypeError, ValueError) as error:
        print(type(error).__name__, error)
