for n in range(-1, 3):
    print("negativo" if n < 0 else "cero" if n == 0 else "positivo")
x = [1, 2, 3][1 if True else 0]
print(x)
print((1 if 0 else 2) + 3, 1 if 0 else 2 + 3)
values = [5 if x > 1 else 6, None or "d"]
print(values)


def choose(flag):
    return print if flag else len


choose(True)("printed")
print(choose(False)("abc"))
a = b = None
print(a if a is not None else "default")
print("yes" if "a" in "abc" and not 0 else "no")
n = 7
result = n % 2 and "odd" or "even"
print(result)
