def make():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = make()
inc(); inc(5)
print(get())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([f() for f in gs])
def outer(x):
    def mid(y):
        def inner(z):
            return x + y + z
        return inner
    return mid
print(outer(1)(2)(3))
def fact_maker():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact
print(fact_maker()(10))
print({k: v for k, v in zip("abc", range(3))}, {x % 3 for x in range(10)}, [(a, b) for a in range(3) if a for b in range(a)])
print(sum(x * x for x in range(10)), any(x > 3 for x in range(10)), all(x for x in []), max((x % 5 for x in range(10))), sorted((-x for x in range(4))))
g = (x for x in range(3))
print(next(g), next(g), next(g), next(g, "end"))
try:
    next(g)
except StopIteration:
    print("stop")
print(list(map(lambda x: x + 1, [1, 2, 3])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, 2])), list(filter(lambda x: x % 2, range(6))))
m = map(print, [1, 2])
print("lazy")
list(m)
a, *b = [1, 2, 3]; print(a, b)
*a, b = "xyz"; print(a, b)
(a, *b), c = [1, 2, 3], 4; print(a, b, c)
try:
    a, *b, c = [1]
except ValueError as e: print(e)
def f(a, b=2, *c, d, e=5, **k): return (a,b,c,d,e,k)
print(f(1, d=4), f(1,2,3,d=1,z=2), f(*[1,2,3], **{'d': 4, 'q': 5}))
print(*[1, 2], *"ab", sep="-")
def deco(fn):
    def wrapper(*args, **kwargs):
        print("before", args, kwargs)
        r = fn(*args, **kwargs)
        print("after")
        return r
    return wrapper
@deco
def add(a, b): return a + b
print(add(1, b=2))
def rep(n):
    def d(fn):
        def w(*a):
            return [fn(*a) for _ in range(n)]
        return w
    return d
@rep(3)
@deco
def hi(x): return x * 2
print(hi(4))
if (y := 5) > 3: print(y)
def h():
    x = 1
    def g():
        return x
    del x
    try:
        g()
    except NameError as e: print(e)
    try:
        print(x)
    except UnboundLocalError as e: print(e)
h()
xs = [1,2]
xs += (x * 2 for x in [5, 6]); print(xs)
xs.extend(x for x in "ab"); print(xs)
print(tuple(x for x in range(3)), set(x for x in range(3)), dict((k, 1) for k in "ab"), ",".join(str(x) for x in range(3)))
p, q = (x for x in range(2)); print(p, q)
try:
    p, q = (x for x in range(5))
except ValueError as e: print(e)
print(3 in (x for x in range(5)), 9 in (x for x in range(5)), 9 not in (x for x in range(5)))
print(list(zip((x for x in range(3)), "abc")), list(enumerate((x for x in "ab"), 1)))
print(list(iter(lambda: next(gen), 3)) if (gen := iter(range(10))) else 0)
print(type(g).__name__, type(m).__name__, type(lambda: 0).__name__)
try:
    list(1 // x for x in [1, 0])
except ZeroDivisionError as e: print(e)
try:
    list(next(iter([])) for x in [1])
except RuntimeError as e: print(e)
class A:
    def __init__(self, v): self.v = v
    def adder(self): return lambda x: x + self.v
    def all(self): return [self.v + i for i in range(2)]
print(A(3).adder()(4), A(2).all())
print([[i * j for j in range(3)] for i in range(3)])
matrix = [[1,2],[3,4]]
print([x for row in matrix for x in row], [list(r) for r in zip(*matrix)])
print(sorted({"b": 2, "a": 1}.items(), key=lambda kv: kv[1]))
def va(*args): return args
print(va(), va(1), va(*range(3)))
print({**{'a':1}, 'b':2, **{'a': 3}}, [*[1], *'ab'], (*[1],), {*[1, 1]})
print(list(map(str, [1,2])), list(map(int, "12")), sum(map(len, ["a", "bb"])))
print([*map(lambda x: -x, range(3))], min(map(abs, [-3, 2])))
for i, (a, b) in enumerate(zip([1,2],[3,4])): print(i, a, b)
for c in (ch.upper() for ch in "ab"): print(c)
def pos(a, b, /, c, *, d): return (a,b,c,d)
print(pos(1,2,c=3,d=4))
