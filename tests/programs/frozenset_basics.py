# frozenset: made, compared, combined with sets and views, hashed, looked for


def show(action):
    try:
        print(action())
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)


pair = frozenset([1, 2])
show(lambda: (frozenset(), frozenset([3, 1, 2, 1]), frozenset("a"), frozenset({1: 2}), frozenset(pair) is pair))
show(lambda: (frozenset(x * x for x in range(4)), len(pair), bool(frozenset()), 2 in pair, sorted(pair)))
show(lambda: (type(pair), isinstance(pair, frozenset), isinstance(pair, set), isinstance({1}, frozenset)))
show(lambda: (pair == {1, 2}, {1, 2} == pair, pair != {1}, pair < {1, 2, 3}, {1} <= pair, pair > {1, 2}))
show(lambda: (pair | {3}, {3} | pair, pair & {2}, pair - {2}, pair ^ {2, 3}, {1, 5} ^ pair))
show(lambda: (type(pair | {3}), type({3} | pair), type(pair | {2: 3}.keys()), {2: 3}.keys() & pair))
show(lambda: (pair.union([2], (3,)), pair.intersection([1, 7]), pair.difference([2]), pair.symmetric_difference([2, 3])))
show(lambda: (pair.issubset([1, 2, 3]), pair.issuperset([1]), pair.isdisjoint([3]), pair.copy() is pair))
show(lambda: (frozenset.union(pair, [9]), set(map(frozenset, [[1, 2], [2, 1]])), list(frozenset(range(40, 0, -3)))))
show(lambda: (hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset([2**70, -1, 1.5, (1, 2)]))))
show(lambda: (hash(frozenset([frozenset([1]), frozenset()])), hash(frozenset([1])) == hash(frozenset([1.0]))))
show(lambda: ({pair: "x"}[frozenset([2, 1])], {1, 2} in {pair}, {1} in {pair}, pair in [{1, 2}]))
show(lambda: ({1: 2}.keys() <= {1, 2}, {1} >= {1: 2}.keys(), {1: 2}.items() > {(1, 2)}, {1: 2}.keys() == frozenset([1])))
show(lambda: (f"{pair}", "%s" % (pair,), str(frozenset([(1, 2)])), [*pair, *frozenset("x")]))

nested = {pair, frozenset([3])}
nested.discard({3})
print(nested)
nested.remove({1, 2})
print(nested)

grown = pair
grown |= {3}
print(grown, pair, type(grown))
numbers = {1}
same = numbers
numbers |= frozenset([2])
print(numbers, same is numbers)
numbers |= {3: 4}.keys()
print(numbers, same is numbers)
first, second = pair
print(first + second)

show(lambda: pair.add(3))
show(lambda: frozenset(5))
show(lambda: frozenset(1, 2))
show(lambda: frozenset(x=1))
show(lambda: frozenset([[]]))
show(lambda: pair | [2])
show(lambda: pair < [1])
show(lambda: pair + pair)
show(lambda: pair[0])
show(lambda: frozenset.union({1}, [2]))
show(lambda: nested.remove({1}))
show(lambda: nested.add({1}))
show(lambda: {1: 2}.values() <= {1})
