import random
random.seed(5)
out = []
for _ in range(40):
    d = {random.randrange(40) * 8: 1 for _ in range(random.randrange(1, 9))}
    e = {random.randrange(40) * 8: 1 for _ in range(random.randrange(1, 9))}
    s = {random.randrange(40) * 8 for _ in range(random.randrange(1, 9))}
    out.append((list(d.keys() & e.keys()), list(d.keys() & s), list(s & d.keys()), list(d.keys() | e.keys()), list(d.keys() - e.keys()), list(d.keys() ^ e.keys()), list(d.keys() ^ s), list(s - d.keys()), list(d.keys() - s), list(s | d.keys()), list(d.keys() & list(s))))
for i, o in enumerate(out): print(i, o)
d = {1: "a", 2: "b"}
print(d.items() & {1: "a", 2: "c"}.items(), d.items() ^ {1: "a"}.items(), d.keys() & [2, 3], d.keys() - range(2))
print(type(d.keys() | frozenset([9])).__name__, type(frozenset([1]) & d.keys()).__name__, len({5} | d.items()))
for wrong in (lambda: d.keys() & 5, lambda: d.values() & {1}, lambda: {1} - d.values()):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
