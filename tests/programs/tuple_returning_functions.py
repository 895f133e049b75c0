def statistics(numbers):
    total = sum(numbers)
    return min(numbers), max(numbers), total / len(numbers)

low, high, mean = statistics([4, 8, 15, 16, 23, 42])
print(low, high, mean)
result = statistics((2, 2))
print(result, type(result), result[2])
first, *rest = statistics([1, 2, 3])
print(first, rest)
*start, last = statistics([1, 2, 3])
print(start, last)
(a, b), c = (1, 2), 3
[d, [e, *f]] = "x", "yzw"
print(a, b, c, d, e, f)
for (name, (row, column)), mark in [(("a", (1, 2)), "x"), (("b", (3, 4)), "o")]:
    print(name, row, column, mark)
def swap(pair):
    return pair[::-1]
print(swap((1, 2)), *swap("ab"))
def minus_plus(n):
    return -n, +n
print(dict([minus_plus(n) for n in range(3)]))
def nothing(): return
def empty(): return ()
print(nothing(), empty(), (None,))
for attempt in (lambda: statistics([]), lambda: statistics(5)):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    low, high = statistics([1])
except ValueError as error:
    print(error)
try:
    low, high, mean, more = statistics([1])
except ValueError as error:
    print(error)
