# Ways to put dicts together
base = {"host": "localhost", "port": 80, "debug": False}
own = {"port": 8080, "user": "eva"}
print({**base, **own})
print(base | own, own | base)
copy = base.copy()
copy |= own
print(copy)
copy |= [("debug", True), ("level", 3)]
print(copy)
copy.update(own, user="leo", port=1)
print(copy)
print(dict(base, port=443), dict([("a", 1), ("b", 2)], b=3, c=4))
print(dict(zip("abc", range(3))), dict(enumerate("xy")))
print(base)
print({**{}, "a": 1, **{"a": 2}, "b": 0})
for attempt in (
    lambda: base | [("a", 1)],
    lambda: dict([1, 2]),
    lambda: dict([(1, 2, 3)]),
    lambda: dict("ab"),
    lambda: dict(1),
    lambda: dict({}, {}),
    lambda: {}.update(5),
    lambda: {**5},
    lambda: {**[("a", 1)]},
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
