for row in range(1, 4):
    for column in range(1, 6):
        if column > row * 2:
            break
        if (row + column) % 3 == 0:
            continue
        print(row, column, end=" ")
    else:
        print("whole row", end="")
    print()
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
for candidate in range(2, 30):
    for divisor in range(2, candidate):
        if candidate % divisor == 0:
            break
    else:
        print(candidate, end=",")
print()
while True:
    n += 3
    if n % 7 == 0:
        break
else:
    print("never")
print(n)
for n in []:
    print("never")
else:
    print("empty", n)
def first_above(rows, limit):
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value > limit:
                return y, x
print(first_above([[1, 2], [3, 4]], 2), first_above([[1]], 5))
total = 0
for a, b in ((1, 2), (3, 4)):
    for c in (a, b):
        total += c * (1 if c % 2 else -1)
print(total, a, b, c)
