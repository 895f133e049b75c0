a = [1, 2]
b = a
a += [3]
print(a, b, a is b)
a = a + [4]
print(a, b, a is b)
t = (1, 2)
u = t
t += (3,)
print(t, u, t is u)
s = "ab"
r = s
s += "c"
print(s, r)
x = {1}
y = x
x |= {2}
print(x, y, x is y)
d = {"l": [1]}
m = d["l"]
d["l"] += [2]
print(d, m)
a = [1]
a *= 3
print(a)
a += "xy"
print(a)


def extend(items):
    items += [99]


def replace(items):
    items = items + [100]


extend(a)
replace(a)
print(a)
nested = ([1], 0)
try:
    nested[0] += [2]
except TypeError as error:
    print(error)
print(nested)
rows = [[0]] * 3
rows[0].append(1)
print(rows)
p = q = 5
p += 1
print(p, q)
