# Views of a dict follow the dict and behave as sets
stock = {"pen": 3, "cup": 1, "bag": 7}
names, amounts, pairs = stock.keys(), stock.values(), stock.items()
stock["hat"] = 2
print(names, amounts, pairs)
print(len(names), len(amounts), len(pairs), "hat" in names, 7 in amounts, ("pen", 3) in pairs)
del stock["cup"]
print(list(names), list(amounts), list(pairs))
print(sorted(names & {"pen", "hat", "sky"}), sorted(names | ["new"]), sorted(names - {"bag"}), sorted(names ^ {"bag", "oak"}))
print(names == {"pen", "bag", "hat"}, names >= {"pen"}, names < {"pen", "bag", "hat", "x"}, pairs == {("pen", 3)})
print(list(reversed(names)), list(reversed(amounts)), list(reversed(pairs)))
print(amounts == stock.values(), names == stock.keys(), sum(amounts), max(pairs, key=lambda pair: pair[1]))
for attempt in (lambda: names[0], lambda: len(amounts & {1}), lambda: hash(names)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
