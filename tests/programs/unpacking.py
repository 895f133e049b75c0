a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = (1, 2), 3
[x, y] = [4, 5]
print(a, b, c, x, y)
a, (b, (c, d)), e = 1, (2, (3, 4)), 5
print(a, b, c, d, e)
p, q = "ab"
r, s = {1: "x", 2: "y"}
print(p, q, r, s)
x = y = z = []
x.append(1)
print(x, y, z)
l = [1, 2, 3]
l[0], l[2] = l[2], l[0]
print(l)
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
try:
    a, b, c = 1, 2
except ValueError as error:
    print(error)
try:
    a, b = 5
except TypeError as error:
    print(error)
try:
    a, b = [1]
except ValueError as error:
    print(error)
(single,) = [7]
print(single)
a = b, c = 8, 9
print(a, b, c)
