a = b = c = []
a.append(1)
print(a, b, c, a is c)
x, y = 1, 2
x, y = y, x + y
print(x, y)
i = 0
items = [0, 0, 0]
i, items[i] = 1, "set"
print(i, items)
items[i], i = "again", 2
print(i, items)
first, *middle, last = range(6)
print(first, middle, last)
*empty, only = [1]
print(empty, only)
[p, (q, r)] = 1, "ab"
print(p, q, r)
d = {}
d["k"], d["l"] = d.get("l", 0), 5
print(d)
n: int = 5
m: "anything"
n += 2; n -= 1; n *= 3; n //= 4; n **= 3; n %= 50; n <<= 2; n |= 1; n &= 0xFF; n ^= 3; n >>= 1
print(n)
f = 7
f /= 2
print(f)
s = "ab"
s += "c"
s *= 2
print(s)
t = (1,)
u = t
t += (2,)
print(t, u)
for d["loop"] in range(3):
    pass
print(d)
for wrong in (lambda: [0 for a, b in [(1,)]], lambda: [0 for a, b in [(1, 2, 3)]], lambda: [0 for a, b in [5]], lambda: [0 for (a, b), c in ["ab"]]):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
