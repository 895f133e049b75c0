from collections import Counter
import collections


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


c = Counter("abracadabra")
print(c, len(c), c["a"], c["z"], "z" in c, c.get("z"), c.total())
print(Counter(), Counter([3, 1, 3]), Counter({"x": 2, "y": 5}), Counter(a=3, b=1), Counter("ab", a=5))
print(c.most_common(2), c.most_common(), c.most_common(0), c.most_common(99), c.most_common(n=1))
print(sorted(c.elements()), list(Counter(a=2, b=0, d=-1, e=1).elements()))
for letter in c:
    print(letter, c[letter], end=" ")
print()
print(list(c.items()), list(c.keys()), list(c.values()), sum(c.values()))

words = "the cat and the dog and the bird".split()
tally = Counter()
for word in words:
    tally[word] += 1
print(tally, tally == Counter(words), tally.most_common(1)[0])
tally.update(["cat", "cow"])
tally.update({"the": 10, "pig": 1})
tally.update(Counter(dog=2), bird=4)
tally.update()
print(tally)
tally.subtract(["the", "fox"])
tally.subtract({"cat": 5}, cow=1)
print(tally, tally["fox"])
del tally["fox"], tally["nothing"]
print(tally.pop("pig"), tally.pop("gone", None), tally.setdefault("ant", 7), len(tally))

a = Counter(x=3, y=1, w=0)
b = Counter(x=1, y=2, z=4)
print(a + b, a - b, b - a, a | b, a & b)
print(+Counter(p=1, q=-2, r=0), -Counter(p=1, q=-2, r=0))
print(a == b, a != b, a <= b, a < b, a >= b, a > b, Counter(x=1) < Counter(x=2), Counter(x=1) <= Counter(x=1))
print(Counter(x=1, y=0) == Counter(x=1), Counter(x=1) == {"x": 1}, Counter(x=1, y=0) == {"x": 1})
d = Counter(a)
e = d
d += b
print(d, e is d, a)
d -= Counter(x=3, z=9)
print(d)
d |= Counter(q=2, y=9)
print(d)
d &= Counter(q=1, y=4)
print(d)
d += {"y": 1, "v": 2}
print(d, sum([Counter("ab"), Counter("bc")], Counter()))

f = a.copy()
f["x"] = 100
print(a["x"], f["x"], type(f), type(f).__name__, isinstance(f, dict), isinstance(f, Counter), issubclass(Counter, dict))
print(dict(a), list(a), sorted(a), bool(Counter()), bool(a), collections.Counter is Counter, Counter)
print(Counter(x=1.5, y=2.5).total(), Counter({"a": "low", "b": 3}))
print(Counter(n % 3 for n in range(10)), Counter(range(3)), Counter(map(str, [1, 1])), Counter(set([5])))
print("{} {!r:>20} {}".format(Counter("aab"), Counter(), f"{Counter(z=1)}"))
grid = {"row": Counter("aa")}
grid["row"]["b"] += 2
print(grid)
c.clear()
print(c, repr(c), str(c))

attempt(Counter, 5)
attempt(Counter, [[1]])
attempt(Counter, "a", "b")
attempt(Counter("a").most_common, 1, 2)
attempt(Counter("a").most_common, size=1)
attempt(Counter("a").total, 1)
attempt(Counter("a").update, 1, 2)
attempt(Counter("a").update, 7)
attempt(Counter("a").elements, 7)
attempt(Counter.fromkeys, "ab")
attempt(Counter.fromkeys, "ab", 2)
attempt(lambda: Counter("a") + {"a": 1})
attempt(lambda: Counter("a") - 1)
attempt(lambda: Counter("a") < 1)
attempt(lambda: ~Counter("a"))
attempt(lambda: hash(Counter("a")))
attempt(lambda: Counter("a")[[1]])
attempt(lambda: Counter("a").nothing)
attempt(lambda: Counter("ab").popitem())
attempt(Counter("ab").subtract, 3)


def add_list():
    n = Counter("a")
    n += [1]


attempt(add_list)
