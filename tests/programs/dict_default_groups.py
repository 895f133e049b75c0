from collections import defaultdict

lines = ["ana 3", "leo 5", "ana 4", "eva 1", "leo 2"]
groups = defaultdict(list)
totals = defaultdict(int)
for line in lines:
    name, points = line.split()
    groups[name].append(int(points))
    totals[name] += int(points)
print(groups)
print(dict(groups), dict(totals), totals == {"ana": 7, "leo": 7, "eva": 1})
print(groups["nobody"], len(groups), "other" in groups, groups.get("other"), len(groups))
letters = defaultdict(set)
for name in groups:
    letters[len(name)].add(name)
print({size: sorted(names) for size, names in letters.items()})
deep = defaultdict(lambda: defaultdict(int))
for a, b in ["xy", "xz", "yx", "xy"]:
    deep[a][b] += 1
print({key: dict(value) for key, value in deep.items()})
plain = defaultdict(None, {"a": 1})
try:
    plain["b"]
except KeyError as error:
    print("KeyError", error, plain)
constant = defaultdict(lambda: "?", a="A")
print(constant["a"] + constant["b"], constant.pop("b"), sorted(constant.items()))
print(constant.default_factory is None, plain.default_factory, totals.default_factory)
