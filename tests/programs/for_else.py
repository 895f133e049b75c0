for i in range(5):
    if i == 3:
        break
else:
    print("never")
print(i)
for i in []:
    print("never")
else:
    print("empty done")
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "prime")
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a, b, c)
for x in "ab", "cd":
    print(x)
xs = [1, 2, 3]
for x in xs:
    if x < 3 and len(xs) < 6:
        xs.append(x * 10)
print(xs)
for x in xs[:]:
    xs.remove(x)
print(xs)
box = [0]
for box[0] in range(3):
    pass
print(box)
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
