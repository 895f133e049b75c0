from collections import namedtuple
import collections


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p[-1], len(p), repr(p), str(p), f"{p}", f"{p.x:>3}")
x, y = p
print(x, y, *p, list(p), tuple(p), sum(p), max(p), p.index(2), p.count(1), 2 in p)
print(p == (1, 2), p == Point(1, 2), p != (1, 3), p < Point(1, 3), (0, 9) < p, hash(p) == hash((1, 2)))
print({p: "a"}[(1, 2)], p + (3,), p * 2, p[:], p[1:], type(p[:]).__name__, type(tuple(p)).__name__)
print(p._asdict(), p._fields, Point._fields, p._replace(y=5), Point._make([7, 8]), Point._make(range(2)), p._replace())
print(isinstance(p, tuple), isinstance(p, Point), issubclass(Point, tuple), type(p) is Point, Point, type(Point), Point.__name__)
print(type(p).__name__, isinstance((1, 2), Point), callable(Point), bool(p), bool(namedtuple("Nothing", "")()))

Account = namedtuple("Account", ["owner", "balance", "tags"], defaults=[0, ()])
print(Account("Ana"), Account("Eva", 5), Account("Luz", tags=("a",)), Account._field_defaults, Account._fields)
Renamed = namedtuple("Renamed", ["a", "class", "a", "_b"], rename=True)
print(Renamed(1, 2, 3, 4), namedtuple("Spaced", "a, b,c  d")(1, 2, 3, 4))
Nested = namedtuple("Nested", "point label")
n = Nested(Point(0, 1), "origin")
print(n, n.point.y, n._replace(label="moved").label)
records = [Account("b", 2), Account("a", 9), Account("a", 1)]
print(sorted(records), sorted(records, key=lambda r: r.balance)[0], max(records, key=lambda r: r.balance).owner)
print([r.owner for r in records], {r.owner: r.balance for r in records}, dict(zip(p._fields, p)))
for owner, balance, tags in records:
    print(owner, balance, tags, end="; ")
print()
print(getattr(p, "x"), hasattr(p, "z"), getattr(p, "z", None), getattr(Point(3, 4), "_fields"))
print("%s is at %s" % ("it", p), "%d,%d" % p, "{0.x} {0.y} {1}".format(p, n.label), Point(*[1, 2]), Point(**{"x": 3, "y": 4}))
Pair = namedtuple("Pair", "count index")
print(Pair(1, 2).count, Pair(3, 4).index, collections.namedtuple is namedtuple)
Empty = namedtuple("Empty", [])
print(Empty(), len(Empty()), Empty() == (), Empty._fields, Point(Point(1, 2), [3])._asdict())

attempt(Point, 1)
attempt(Point)
attempt(Point, 1, 2, 3)
attempt(Point, 1, z=2)
attempt(Point, 1, 2, x=3)
attempt(Account)
attempt(Account, 1, 2, 3, 4)
attempt(Point._make, [1])
attempt(Point._make)
attempt(p._replace, z=1, w=2)
attempt(p._replace, 1)
attempt(p._asdict, 1)
attempt(lambda: p.z)
attempt(lambda: p[2])
attempt(lambda: p["x"])
attempt(lambda: p + [1])
attempt(setattr, p, "x", 1)
attempt(setattr, p, "z", 1)
attempt(delattr, p, "x")
attempt(namedtuple, "Bad", "a a")
attempt(namedtuple, "Bad", "a _b")
attempt(namedtuple, "Bad", "a 1b")
attempt(namedtuple, "Bad", "for x")
attempt(namedtuple, "1Bad", "x")
attempt(namedtuple, "Bad", "x", defaults=(1, 2))
attempt(namedtuple, "Bad")
attempt(namedtuple, "Bad", 5)


def store():
    p.x = 5


def store_item():
    p[0] = 5


attempt(store)
attempt(store_item)
