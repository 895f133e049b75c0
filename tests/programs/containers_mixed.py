from collections import defaultdict, deque

inventory = {"apple": 3, "pear": 0, "fig": 12}
print(sorted(inventory.items(), key=lambda item: (-item[1], item[0])), max(inventory, key=inventory.get), sum(inventory.values()))
print({v: k for k, v in inventory.items()}, {k.upper(): v * 2 for k, v in inventory.items() if v}, list(inventory), dict(sorted(inventory.items())))
print(inventory.get("kiwi"), inventory.get("kiwi", -1), inventory.pop("pear"), inventory.pop("pear", None), inventory.setdefault("kiwi", []), inventory)
inventory["kiwi"].append("green")
inventory.update(apple=1, plum=2)
inventory.update([("lime", 0)], melon=9)
print(inventory, inventory.popitem(), len(inventory), "fig" in inventory, 12 in inventory.values(), ("fig", 12) in inventory.items())
copy = inventory.copy()
copy["kiwi"].append("shared")
copy["new"] = 1
print(inventory["kiwi"], "new" in inventory, inventory == copy, inventory.keys() & copy.keys() == set(inventory), copy.keys() - inventory.keys())
del copy["new"], inventory["fig"]
print({**inventory, "apple": 5}, inventory | {"z": 0}, dict(a=1, **{"b": 2}), dict([("x", 1)], y=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0))

matrix = [[r * c for c in range(4)] for r in range(3)]
print(matrix, [row[::-1] for row in matrix], [list(column) for column in zip(*matrix)], sum(map(sum, matrix)), [x for row in matrix for x in row if x % 2])
stack = [1, 2, 3]
stack.append([4])
stack.extend("ab")
stack.insert(1, "in")
stack.insert(-1, "late")
stack.insert(99, "end")
print(stack, stack.pop(), stack.pop(0), stack.index("in"), stack.count(2), stack.remove("late"), stack[::2], stack[-2:])
stack[1:3] = ["x", "y", "z"]
stack[:0] = [0]
stack[::3] = ["p", "q", "r"]
del stack[1], stack[-1:]
stack.reverse()
print(stack, stack * 2, stack + [1], [1, 2] < [1, 3], [1] == [1.0], [[]] * 2, list((1, 2)), [] or "empty")
words = ["banana", "Apple", "cherry", "apple"]
words.sort()
print(words, sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (w[0].lower(), w)))
words.sort(key=lambda w: w[-1], reverse=True)
print(words, words.clear(), words)

a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, sorted(a ^ b), a <= a | b, a < a, a.isdisjoint({9}), {1} | {2} == {2, 1}, frozenset(a) == a)
a.add(5)
a.discard(99)
a.remove(1)
a.update([7], {8})
print(sorted(a), a.union([1], (2,)) >= a, sorted(a.intersection([5, 7, 100])), sorted(a.difference({5})), sorted(a.symmetric_difference([5, 6])), a.issuperset([5]), len(a))
groups = defaultdict(list)
for word in "one two three four five six".split():
    groups[len(word)].append(word)
print(dict(groups), groups[9], sorted(groups), defaultdict(int, a=1)["b"], groups.get(100), groups)
line = deque([1, 2, 3], maxlen=4)
line.append(4)
line.append(5)
line.appendleft(0)
line.rotate(1)
line.extend([8, 9])
print(line, line.pop(), line.popleft(), line[0], len(line), 8 in line, list(reversed(line)), line.maxlen, deque("ab") + deque("c"))
point = (3, 4)
x, y = point
print(point + (5,), point * 2, point[::-1], (1,) < (1, 2), point.index(4), point.count(3), hash(point) == hash((3, 4)), {point: "here"}[(3, 4)], ((1, 2), [3])[1][0], tuple(range(3)), ())
for bad in (lambda: {[]: 1}, lambda: {1: 2}[3], lambda: [1][5], lambda: (1,)[2], lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: [1].remove(2), lambda: [1, "a"].sort(), lambda: {}["a"]["b"], lambda: deque().pop(), lambda: words[1.0], lambda: {} < {}, lambda: [1].index(5), lambda: {1, []}, lambda: dict([1]), lambda: dict([(1, 2, 3)])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
