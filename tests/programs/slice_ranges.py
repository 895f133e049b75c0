steps = range(0, 30, 3)
print(steps[2], steps[-1], steps[2:5], steps[::-1], steps[::2], steps[5:], steps[:0], steps[-3:])
print(list(steps[7:2:-2]), len(steps[::4]), steps[1:4] == range(3, 12, 3), steps[1:4] == range(3, 10, 3))
print(range(5) == range(0, 5, 1), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3)), range(1) != range(2))
print(9 in steps, 10 in steps, 9.0 in steps, "9" in steps, -3 in steps, 30 in steps)
print(list(range(5, 0, -2)), range(5, 0, -2), range(0, 10, 20), bool(range(0)), bool(range(1)))
print(list(reversed(range(0, 10, 4))), sum(range(101)), max(range(3, 9)), sorted(range(3), reverse=True))
print(range(10 ** 20)[10 ** 19], len(range(0, 10 ** 10, 10)), 10 ** 19 in range(10 ** 20))
for attempt in (
    lambda: range(1, 2, 0),
    lambda: range(1.0),
    lambda: range("a"),
    lambda: range(),
    lambda: range(1, 2, 3, 4),
    lambda: steps[10],
    lambda: steps["a"],
    lambda: steps + steps,
    lambda: steps < steps,
    lambda: steps.index(4),
    lambda: len(range(10 ** 20)),
    lambda: range(3).start(),
):
    try:
        print(attempt())
    except (IndexError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
