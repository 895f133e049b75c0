cases = [
    (5, "s"), (5, ".2"), (5, "z"), (5, "c5"), (5, ".2d"), (5, ".1x"), (5, ",x"), (5, ",c"), (5, "_c"), (5, ",_"), (5, "_,d"),
    (5, "+c"), (5, "#c"), (-1, "c"), (0x110000, "c"), (5, "Q"), (5, "10 d"), (5, "d10"), (5, "=="), (5, ",,"), (5, "__"),
    (1.5, "d"), (1.5, "x"), (1.5, "s"), (1.5, "c"), (1.5, "."), (1.5, ".f"), (1.5, "b"), (1.5, "Q"), (1.5, ",,"), (1.5, ",n"), (1.5, "_n"),
    ("a", "d"), ("a", "f"), ("a", "+"), ("a", " "), ("a", ","), ("a", "_"), ("a", "#"), ("a", "="), ("a", "=5"), ("a", "z"), ("a", "Q"),
    (None, "5"), ([1], "5"), ((1,), "s"), ({}, ">3"), ({1}, "d"), (range(3), "10"), (print, "x"), (int, "5"), (b"a", "5"),
    (True, "s"), (True, "Q"), (5, "99999999999999999999"), (1.5, ".99999999999999999999"),
]
for value, specification in cases:
    try:
        print(repr(value), repr(specification), repr(format(value, specification)))
    except (OverflowError, TypeError, ValueError) as error:
        shown = value if not callable(value) else "callable"
        print(repr(shown), repr(specification), type(error).__name__, error)
for value in (None, [1], {}, print, 5, 1.5, "a", b"a"):
    print(format(value, "") == str(value), format(value) == str(value))
