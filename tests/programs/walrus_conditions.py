values = [3, 8, 1, 9]
if (n := len(values)) > 3:
    print("many", n)
while (item := values.pop()) != 8:
    print(item, end=" ")
print(item, values)
print((a := 1, b := a + 1), a, b, (c := 5) + c, max(d := [1, 2]), d)
x = y = 0
print(x if (x := 10) else y, x)
print("yes" if 1 < 2 < 3 != 4 else "no", 1 < 3 < 2, not 1 < 3 < 2, 1 == 1 in [1], (1 == 1) in [1])


def side(name, value):
    print(name, end=" ")
    return value


print(side("a", 0) and side("b", 1), side("c", 2) or side("d", 3), not side("e", []))
print(side("p", 1) < side("q", 0) < side("r", 5))
print(side("then", 1) if side("test", 0) else side("else", 2))
print((side("x", 0) or side("y", "")) and side("z", 1), [] or {} or 0 or None, 1 and [] and 2)


def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        if n % 2:
            return "small odd"
        else:
            return "small even"
    return "large"


print([classify(n) for n in (-1, 0, 3, 4, 10)])
i = 0
while True:
    i += 1
    if i == 2:
        continue
    if i > 4:
        break
    print(i, end=" ")
else:
    print("never")
while i:
    i -= 1
else:
    print("done", i)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        if i == 1:
            continue
        print((i, j), end=" ")
    else:
        print("never")
else:
    print("all")
lambdas = {"add": lambda a, b=2: a + b, "none": lambda: None, "star": lambda *a, **k: (a, k), "cond": lambda n: "even" if n % 2 == 0 else "odd"}
print(lambdas["add"](1), lambdas["add"](1, b=5), lambdas["none"](), lambdas["star"](1, z=2), lambdas["cond"](3))
