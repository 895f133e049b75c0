def neg(x):
    print("key", x)
    return -x
class P:
    def __init__(self, n, a):
        self.n = n
        self.a = a
    def age(self):
        return self.a
    def __repr__(self):
        return f"P({self.n})"
def age(p):
    return p.a
def first(t): return t[0]
print(sorted([3,1,2], key=neg))
print(sorted((3,1,2), key=neg, reverse=True))
ps = [P("a", 3), P("b", 1), P("c", 3), P("d", 2)]
print(sorted(ps, key=age), sorted(ps, key=P.age, reverse=True))
ps.sort(key=age)
print(ps)
print(max(ps, key=age), min(ps, key=age), max(1, 5, 3, key=neg))
print(min([], key=neg, default=7))
try:
    print(min([], key=neg))
except ValueError as e:
    print(e)
print(sorted(["bbb","a","cc"], key=len))
xs = [3, 1, 2]
def evil(x):
    xs.append(5)
    return x
try:
    xs.sort(key=evil)
except ValueError as e:
    print(e, xs)
def bad(x):
    return 1 // (x - 2)
xs = [3, 1, 2]
try:
    xs.sort(key=bad)
except ZeroDivisionError as e:
    print(e, xs)
try:
    sorted(ps)
except TypeError as e:
    print(e)
try:
    sorted([1], key=5)
except TypeError as e:
    print(e)
print(sorted([3, 1], key=None), max([1,4], key=None))
def rec(n):
    if n == 0: return 0
    return max([n, n-1], key=rec2)
def rec2(n):
    return -n
print(rec(3))
print(f"{sorted([2,1], key=neg)}")
