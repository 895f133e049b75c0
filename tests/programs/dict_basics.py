d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), d["a"], {}, {1: {2: 3}})
print("a" in d, "z" in d, 2 in d, "z" not in d)
print(d.get("a"), d.get("z"), d.get("z", 0))
for key in d:
    print(key, d[key])
for key, value in d.items():
    print(key, value)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.keys(), d.values(), d.items())
del d["b"]
d["b"] = 5
print(d)
print({1: "a", True: "b", 1.0: "c"})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {} == {})
print({None: 1, (1, 2): 2, "x": [3], 2.5: {}})
d = dict()
d[0] = "cero"
print(d, dict([("a", 1), ("b", 2)]), dict(x=1, y=2))
d["n"] = 0
d["n"] += 5
print(d, bool({}), bool(d))
