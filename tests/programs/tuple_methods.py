point = (3, 4, 3)
print(point.count(3), point.index(4), point.index(3, 1), point + (5,), point * 2, 2 * point, len(point))
print((), (1,), (1, 2), ((1,), ()), tuple("abc"), tuple(range(3)), tuple({"k": 1}))
x, y, z = point
x, y = y, x
print(x, y, z, (1, 2) < (1, 3), (1,) < (1, 0), ("a", 2) > ("a", 1), (1, 2) == (1.0, 2.0))
print(max([(2, "b"), (2, "c"), (1, "z")]), sorted([(2, "b"), (1, "z"), (2, "a")]))
print(point[0], point[-1], point[1:], point[::-1], 4 in point, 9 not in point)
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "a"}[(1, 2)], (1, [2])[1])
nested = (1, [2, 3])
nested[1].append(4)
print(nested)
try:
    nested[1] += [5]
except TypeError as error:
    print(error, nested)
for attempt in (
    lambda: point.index(9),
    lambda: point.count(),
    lambda: point.append(1),
    lambda: point[3],
    lambda: point["a"],
    lambda: point + [1],
    lambda: hash((1, [])),
    lambda: tuple(5),
    lambda: tuple(1, 2),
    lambda: (1, "a") < (1, 2),
):
    try:
        print(attempt())
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
