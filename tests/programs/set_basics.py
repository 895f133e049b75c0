s = {3, 1, 2, 3}
print(s, len(s), set(), {1}, 2 in s, 9 in s)
s.add(5)
s.add(1)
s.discard(3)
s.discard(100)
s.remove(1)
print(s)
a = {1, 2, 3, 4}
b = {3, 4, 5}
print(a | b, a & b, a - b, a ^ b)
print(a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b))
print(a.union([9], (8,)), a.difference([1]), a.intersection({1, 7}))
print({1, 2} <= a, a >= {1}, a < a, a.issubset(b), {3}.issubset(b), a.issuperset({1}), a.isdisjoint({9}))
print(a == {4, 3, 2, 1}, a != b, {1} == {1.0}, {True, 1, 1.0})
a |= {10}
a -= {1}
a &= {2, 3, 10, 11}
a ^= {3, 4}
print(a)
a.update([7, 8], {9})
print(a)
print(set([1, 1, 2]), set(range(4)), sorted(set("hola")), len({"a", "a", "b"}))
c = a.copy()
c.clear()
print(c, len(a), bool(c))
x = {42}
print(x.pop(), x)
try:
    x.pop()
except KeyError as error:
    print(error)
try:
    a.remove(100)
except KeyError as error:
    print(error)
try:
    a.add([1])
except TypeError as error:
    print(error)
try:
    a | [1]
except TypeError as error:
    print(error)
