def f(name, value):
    print(name, end=" ")
    return value


print(f("a", 1) + f("b", 2) * f("c", 3))
print([f("x", 1), f("y", 2)], (f("p", 1),), {f("k", 1): f("v", 2)})
d = {}
d[f("key", "k")] = f("value", 5)
print(d)
items = [0, 0]
items[f("index", 1)] += f("increment", 7)
print(items)


def g(a, b=0, c=0):
    return a, b, c


print(g(f("1", 1), c=f("3", 3), b=f("2", 2)))
i = 0
a = [10, 20, 30]
i, a[i] = 2, 99
print(i, a)
x = [1, 2]
i = 0
i = x[i] = 1
print(i, x)
print(f("left", 5) > f("right", 3))
a, b = f("first", 1), f("second", 2)
print(a, b)
print(f("%s", "%s-%s") % (f("l", 1), f("r", 2)))
