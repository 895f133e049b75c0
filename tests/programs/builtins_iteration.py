for i, x in enumerate("abc"):
    print(i, x)
for i, x in enumerate([10, 20], 5):
    print(i, x)
print(list(enumerate("ab", start=1)))
for a, b in zip([1, 2, 3], "xy"):
    print(a, b)
print(list(zip([1, 2], [3, 4], [5, 6])), list(zip()), dict(zip("ab", [1, 2])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))))
print(sorted(reversed([3, 1, 2])), sum(reversed([1, 2])))
for i, (a, b) in enumerate(zip("ab", [1, 2])):
    print(i, a, b)
z = zip([1, 2], [3, 4])
print(list(z), list(z))
e = enumerate("ab")
for pair in e:
    print(pair)
    break
print(list(e))
print(any(reversed([0, 1])), all(zip([1], [2])), max(zip([1, 2], [3, 1])))
print(tuple(zip("ab", range(10))), set(zip([1], [2])))
