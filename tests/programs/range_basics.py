print(range(5), range(1, 5), range(0, 10, 2), range(5, 0, -1))
print(list(range(5)), list(range(2, 5)), list(range(0, 10, 3)), list(range(5, 0, -2)))
print(len(range(10)), len(range(0)), len(range(10, 0)), len(range(0, 10, 3)))
print(3 in range(5), 5 in range(5), 4 in range(0, 10, 3), 2.0 in range(5), "a" in range(5))
print(range(10)[3], range(10)[-1], range(0, 20, 5)[2])
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), list(reversed(range(4))))
print(sum(range(101)), max(range(5)), min(range(3, 9)))
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
try:
    range(10)[10]
except IndexError as error:
    print(error)
try:
    range(0, 5, 0)
except ValueError as error:
    print(error)
try:
    range(1.5)
except TypeError as error:
    print(error)
print(tuple(range(-3, 3)), bool(range(0)), bool(range(1)))
