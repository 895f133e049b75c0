def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def hanoi(n, source, target, spare, moves):
    if n == 0:
        return
    hanoi(n - 1, source, spare, target, moves)
    moves.append((source, target))
    hanoi(n - 1, spare, target, source, moves)


def permutations(items, chosen, found):
    if not items:
        found.append(chosen)
    for i in range(len(items)):
        permutations(items[:i] + items[i + 1 :], chosen + items[i], found)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def flatten(value):
    if not isinstance(value, list):
        return [value]
    flat = []
    for item in value:
        flat += flatten(item)
    return flat


def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)


def endless(n):
    return endless(n + 1)


print(factorial(30))
print(fibonacci(15))
moves = []
hanoi(4, "A", "C", "B", moves)
print(len(moves), moves[:4])
found = []
permutations("abc", "", found)
print(found)
print(is_even(10), is_odd(7))
print(flatten([1, [2, [3, [4]], 5], []]))
print(depth(200))
try:
    endless(0)
except RecursionError as error:
    print("too deep", isinstance(error, RuntimeError))
