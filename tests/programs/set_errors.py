s = {1, 2}
for attempt in (
    lambda: s.remove(9),
    lambda: s.remove([1]),
    lambda: set().pop(),
    lambda: s.add([1]),
    lambda: s.add({1}),
    lambda: s.add(),
    lambda: s.update(5),
    lambda: s.union(5),
    lambda: s | [1],
    lambda: s - (1,),
    lambda: s & "a",
    lambda: s + s,
    lambda: s < [1],
    lambda: s[0],
    lambda: hash(s),
    lambda: {[1]},
    lambda: {{}: 1},
    lambda: set(5),
    lambda: set(1, 2),
    lambda: s.issubset(5),
    lambda: s.nothing(),
    lambda: [] in s,
    lambda: {1} in s,
    lambda: s.copy(1),
    lambda: {(1, []), 2},
):
    try:
        print(attempt())
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
try:
    for n in s:
        s.add(n + 10)
except RuntimeError as error:
    print(error)
