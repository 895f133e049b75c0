five, real, text, none, empty, table = 5, 1.5, "a", None, [], {}
attempts = [
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.5 % 0, lambda: 0 ** -1, lambda: divmod(1, 0), lambda: pow(2, 3, 0),
    lambda: int("x"), lambda: int(""), lambda: int("1.5"), lambda: int(None), lambda: int([]), lambda: int("z", 36 + 1), lambda: int("12", 2), lambda: int(float("nan")), lambda: int(float("inf")),
    lambda: float("x"), lambda: float(""), lambda: float(None), lambda: float([1]),
    lambda: "a" + 1, lambda: 1 + "a", lambda: [] + (), lambda: None + 1, lambda: {} + {}, lambda: "a" - "b", lambda: "a" * "b", lambda: -"a", lambda: ~1.5,
    lambda: len(5), lambda: len(None), lambda: abs("a"), lambda: round("a"), lambda: sum(["a"]), lambda: sum("ab"), lambda: max([]), lambda: min(5), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: max(1),
    lambda: chr(-1), lambda: ord("ab"), lambda: ord(""), lambda: hex(1.5), lambda: bin("a"), lambda: range("a"), lambda: list(5), lambda: dict(5), lambda: iter(5), lambda: next([]), lambda: next(iter([])),
    lambda: none[0], lambda: five[0], lambda: text["a"], lambda: table["a"], lambda: empty[0], lambda: text[3], lambda: print[0], lambda: empty[real],
    lambda: five(), lambda: text(), lambda: none(), lambda: empty(), lambda: none.x, lambda: text.x, lambda: empty.x, lambda: five.x, lambda: real.x, lambda: print.x,
    lambda: 1 < "a", lambda: None < None, lambda: [] < 1, lambda: {} < {}, lambda: print < print, lambda: 1 in 5, lambda: 1 in "a", lambda: "a" in 5, lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: issubclass(1, int),
    lambda: 2 ** 10000 * 1.0, lambda: 10.0 ** 400, lambda: 1 << -1, lambda: [1] * 1.5, lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "{}".format(), lambda: f"{1:s}", lambda: hash([]), lambda: {[]: 1},
]
for attempt in attempts:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
