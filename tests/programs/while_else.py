i = 0
while i < 3:
    print(i)
    i += 1
else:
    print("no break")
while True:
    i -= 1
    if i == 1:
        continue
    if i < 0:
        break
    print("loop", i)
else:
    print("never")
while False:
    print("never")
else:
    print("else of false")
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
i = 0
while i < 3:
    j = 0
    while j < 3:
        if j == i:
            break
        j += 1
    else:
        print("inner complete", i)
    print(i, j)
    i += 1
