# A list that changes while a loop walks it
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)
numbers = [1, 2, 2, 3]
for n in numbers:
    if n == 2:
        numbers.remove(n)
print(numbers)
grow = [1]
for n in grow:
    if len(grow) < 5:
        grow.append(n * 2)
print(grow)
for position, n in enumerate(grow):
    grow[position] = n + 1
print(grow)
for n in grow[:]:
    grow.remove(n)
print(grow)
left = [1, 2, 3]
iterator = iter(left)
print(next(iterator))
left.insert(0, 0)
print(next(iterator), next(iterator), next(iterator, "end"), next(iterator, "end"))
left.append(9)
print(next(iterator, "still the end"))
for n in reversed(left):
    left.pop()
    print(n, left)
