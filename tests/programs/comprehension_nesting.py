matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [n for row in matrix for n in row], [[n * 2 for n in row] for row in matrix])
print([(a, b) for a in range(3) for b in range(a)], [a * b for a in range(1, 4) if a != 2 for b in range(1, 4) if b >= a])
print([x for x in [y + 1 for y in range(3)]], [[]for _ in range(2)], [i for i in range(20) if i % 2 if i % 3])
x = "outer"
print([x for x in range(3)], x, [x for _ in range(2)])
print({n % 3 for n in range(10)}, {n: [m for m in range(n)] for n in range(3)}, sum(n for n in range(5)), any(n > 3 for n in range(5)))
pythagoras = [(a, b, c) for c in range(1, 21) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(pythagoras)
print([word[0] if word else "?" for word in ["ab", "", "c"]], [f(2) for f in [lambda v: v + 1, lambda v: v * 10]])
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
print([a + b for a, b in zip("abc", "xyz")], [i * v for i, v in enumerate((5, 6, 7))], [k for k in {"a": 1, "b": 2}])

class Box:
    size = 3
    cells = [n for n in range(3)]

print(Box.cells)
try:
    print([1 / n for n in (2, 1, 0)])
except ZeroDivisionError as error:
    print(error)
