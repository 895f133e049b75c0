items = [1, 2, 3]
for attempt in (
    lambda: items.remove(9),
    lambda: items.index(9),
    lambda: items.index(1, 1),
    lambda: items.pop(10),
    lambda: [].pop(),
    lambda: items.pop("a"),
    lambda: items.pop(1.0),
    lambda: items.append(),
    lambda: items.append(1, 2),
    lambda: items.extend(5),
    lambda: items.insert(1),
    lambda: items.insert("a", 1),
    lambda: items.count(),
    lambda: items.sort(1),
    lambda: items.sort(down=True),
    lambda: [1, "a"].sort(),
    lambda: [None, 1].sort(),
    lambda: items["a"],
    lambda: items[1.0],
    lambda: items[5],
    lambda: items[-4],
    lambda: items[::0],
    lambda: items["a":],
    lambda: items + (1,),
    lambda: items * "a",
    lambda: items * 1.5,
    lambda: items < 5,
    lambda: items - items,
    lambda: -items,
    lambda: items.push(1),
    lambda: list(5),
    lambda: list(1, 2),
    lambda: hash(items),
):
    try:
        print(attempt())
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(items)
