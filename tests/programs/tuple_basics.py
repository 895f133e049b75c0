t = (1, "a", 2.5)
print(t, len(t), t[0], t[-1], (), (1,), (1, (2, 3)))
print(t + (4,), (0,) * 3, "a" in t, t.index("a"), t.count(1))
a, b, c = t
print(a, b, c)
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) < (1, 0), (2,) > (1, 9))
t2 = 1, 2
print(t2, tuple([1, 2]), tuple("ab"), tuple(range(3)), tuple())
d = {(0, 1): "a", (1, 0): "b"}
print(d[(0, 1)], d[1, 0], (0, 1) in d)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    t[7]
except IndexError as error:
    print(error)
try:
    t.append(1)
except AttributeError as error:
    print(error)
nested = ([1], 2)
nested[0].append(3)
print(nested)
x = y = (1, 2)
x += (3,)
print(x, y)
