print(repr("a"), str("a"), repr(1.0), repr(None), repr([1, "a", 2.5, None, (1,), {"k": "v"}]))
print([[], {}, (), set(), ""], {"a": {"b": [1, {2: 3}]}})
print(repr((1,)), repr(()), repr({1: (2,)}), str([True, False]))
a = [1]
a.append(a)
print(a)
d = {}
d["self"] = d
print(d)
print(repr(ValueError("bad")), str(ValueError("bad")), repr(KeyError("k")), str(KeyError("k")))
print(repr(ValueError()), str(ValueError()), repr(ValueError(1, 2)), str(ValueError(1, 2)))
print([ValueError("x")], (KeyError(1),))
print(str(1), repr(10**20), str(-1.5e-10), repr(True))
print(repr(range(3)), [range(1, 2)])
