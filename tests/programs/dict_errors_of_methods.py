# Wrong calls of the methods of dicts
d = {"a": 1}
for attempt in (
    lambda: d.pop("z"),
    lambda: d.pop(),
    lambda: d.pop("a", 1, 2),
    lambda: {}.popitem(),
    lambda: d.popitem(1),
    lambda: d.get(),
    lambda: d.get([]),
    lambda: d.get("a", 1, 2),
    lambda: d.setdefault(),
    lambda: d.setdefault([], 1),
    lambda: d.keys(1),
    lambda: d.copy(1),
    lambda: d.clear(1),
    lambda: d["z"],
    lambda: d[[1]],
    lambda: d[(1, 2)],
    lambda: [] in d,
    lambda: d < {"b": 1},
    lambda: d + d,
    lambda: d.get("a", default=1),
    lambda: d(),
    lambda: d.nothing,
):
    try:
        print(attempt())
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(d)
