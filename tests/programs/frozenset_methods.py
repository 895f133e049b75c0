base = frozenset([3, 1, 2, 3])
print(base, len(base), 3 in base, sorted(base), frozenset(), bool(frozenset()))
print(base | {9}, {9} | base, base & {1, 2}, base - {1}, base ^ {1, 7}, type(base | {9}), type({9} | base))
print(base.union([5]), base.intersection([1, 8]), base.difference([2]), base.symmetric_difference([1]))
print(base.issubset(range(5)), base.issuperset([1]), base.isdisjoint([4]), base <= {1, 2, 3}, base < {1, 2, 3})
print(base == {1, 2, 3}, {1, 2, 3} == base, hash(base) == hash(frozenset((1, 2, 3))), base.copy() is base)
groups = {frozenset("ab"): 1, frozenset("bc"): 2}
print(groups[frozenset("ba")], frozenset("cb") in groups, frozenset("ac") in groups)
print({frozenset([1]), frozenset([1]), frozenset()} == {frozenset(), frozenset({1})})
print({1, 2} in {frozenset({1, 2})}, max([frozenset([1]), frozenset([1, 2])], key=len))
work = base
work |= {10}
print(sorted(work), sorted(base), work is base)
for attempt in (
    lambda: base.add(1),
    lambda: base.remove(1),
    lambda: base.pop(),
    lambda: base.update([1]),
    lambda: base[0],
    lambda: base + base,
    lambda: base | [1],
    lambda: frozenset(5),
    lambda: frozenset([[]]),
    lambda: frozenset(1, 2),
):
    try:
        print(attempt())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
