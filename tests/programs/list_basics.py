a = [3, 1, 2]
print(a, len(a), a[0], a[-1], [], [[]], [1, [2, [3]]])
a.append(4)
a.insert(0, 9)
a.insert(100, 8)
a.insert(-1, 7)
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.extend([5, 6])
a.extend("ab")
a.extend(range(2))
print(a)
a.remove(5)
print(a, a.index(6), a.count(1), a.count("z"))
a.reverse()
print(a)
b = a.copy()
b.clear()
print(b, len(a), a == b, [1, 2] + [3], [0] * 3, 2 * ["x"])
print(2 in [1, 2], 5 in [1, 2], 5 not in [1, 2], 1.0 in [1], True in [1])
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 5], [1, 2] == [1.0, 2.0])
a = [1, 2, 3]
a[0] = 10
a[-1] = 30
del a[1]
print(a)
print(list("abc"), list(range(3)), list((1, 2)), list([]))
