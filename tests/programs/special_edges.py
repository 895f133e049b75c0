class V:
    def __init__(self, x): self.x = x
    def __rsub__(self, o): return ("rsub", o)
    def __rtruediv__(self, o): return ("rtd", o)
    def __rpow__(self, o): return ("rpow", o)
    def __ifloordiv__(self, o): self.x //= o; return self
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return ("mul", o)
    def __ror__(self, o): return ("ror", o)
    def __rand__(self, o): return "rand"
    def __rlshift__(self, o): return "rl"
v = V(7)
print(1 - v, 2 / v, 2 ** v, {1} | v, {1: 2} | v, True & v, 1 << v)
v //= 2
print(v.x)
v *= 3
print(v)
class B:
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __bool__(self): raise ValueError("no truth")
    def __contains__(self, x): return x
    def __len__(self): return 2 ** 70
b = B()
for f in (lambda: b < b, lambda: b == b, lambda: b != B(), lambda: b + b, lambda: b + 1, lambda: 1 if b else 2, lambda: not b, lambda: b and 1, lambda: [] in b, lambda: [1] in b, lambda: "" not in b, lambda: len(b), lambda: [b] == [b], lambda: sorted([b, b]), lambda: b is b, lambda: 1 < b, lambda: b >= 2):
    try: print(f())
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
class Chain:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("lt", self.n, o.n); return Chain(self.n) if self.n < o.n else None
    def __bool__(self): print("bool", self.n); return True
print(bool(Chain(1) < Chain(2) < Chain(3)))
print(Chain(3) < Chain(2) < Chain(5))
class Rec:
    def __eq__(self, o): return self == o
try: Rec() == Rec()
except RecursionError as e: print("RecursionError")
class G:
    def __getitem__(self, i): return i
g = G()
print(g[1], g[1:2], g[::3], g["x"], g[1, 2], g[None])
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
print(list(It()), [*It()], max(It(), default=4), sum(It()), "".join(It()), dict(It()), set(It()), tuple(It()))
class Cmp:
    def __init__(self, n): self.n = n
    def __gt__(self, o): return self.n > o.n
print(sorted([Cmp(2), Cmp(1)], key=lambda c: c)[0].n, min([Cmp(4), Cmp(3)]).n, max(Cmp(1), Cmp(5)).n)
