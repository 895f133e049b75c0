numbers = [3, 1, 4, 1, 5, 9, 2, 6]
print(sum(n * n for n in numbers), max(n for n in numbers if n % 2 == 0), min((n, i) for i, n in enumerate(numbers)))
print(any(n > 8 for n in numbers), all(n > 0 for n in numbers), sorted(-n for n in numbers), list(n for n in numbers if n > 4))
print(",".join(str(n) for n in numbers), tuple(n // 2 for n in numbers), set(n % 2 for n in numbers), dict((n, n * n) for n in numbers))
squares = (n * n for n in range(4))
print(next(squares), next(squares), list(squares), list(squares), next(squares, "done"))
try:
    next(squares)
except StopIteration as error:
    print("stop", error.value)
lazy = (print("computes", n) or n for n in range(5))
print(next(lazy), next(lazy))
print(any(n == 3 for n in lazy), list(lazy))
pairs = ((a, b) for a in "ab" for b in range(2))
for letter, n in pairs:
    print(letter, n, end="; ")
print()
failing = (10 // n for n in (5, 0, 2))
print(next(failing))
try:
    next(failing)
except ZeroDivisionError as error:
    print(error, list(failing))
print(iter(squares) is squares, 4 in (n * 2 for n in range(5)), *(n for n in range(3)))
