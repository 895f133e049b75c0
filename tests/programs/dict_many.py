d = {}
for i in range(200):
    d[i * 7 % 211] = i
print(len(d), d[7], list(d)[:5])
for i in range(0, 200, 2):
    del d[i * 7 % 211]
print(len(d), list(d)[:5], list(d)[-3:])
for i in range(5):
    d["k" + str(i)] = i
print(list(d.items())[-5:])
total = 0
for value in d.values():
    total += value
print(total)
d = {}
for i in range(50):
    d[i % 5, i % 3] = d.get((i % 5, i % 3), 0) + 1
print(d)
keys = [2**40, 2**61 - 1, -1, -2, 1.5, 1e300, "", "a", None, True]
d = {}
for index, key in enumerate(keys):
    d[key] = index
for key in keys:
    print(repr(key), d[key], key in d)
