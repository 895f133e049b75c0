def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except (TypeError, ValueError, StopIteration, RuntimeError) as error:
        print(type(error).__name__, error)


values = iter([3, 1, 0, 2])
print(list(iter(lambda: next(values), 0)), next(values), next(values, "end"))
print(list(zip("abc", range(2))), list(zip("ab", [1, 2], strict=True)), list(zip()), list(zip([1])))
attempt(lambda: list(zip("abc", [1], strict=True)))
attempt(lambda: list(zip("a", [1, 2], strict=True)))
attempt(lambda: list(zip("ab", [1, 2], [3], strict=True)))
print(list(enumerate("ab", start=5)), list(enumerate([], 1)), dict(enumerate("xy")))
print(list(reversed([1, 2, 3])), list(reversed(range(0, 10, 3))), "".join(reversed("abc")), list(reversed({"a": 1, "b": 2})))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, "", "x", [], [0]])), list(map(str, ())))
it = iter("abc")
print(next(it), list(it), list(it), next(it, None))
attempt(next, it)
attempt(next, [1])
attempt(iter, 5)
attempt(lambda: list(5))
attempt(iter, 5, 6)
squares = (n * n for n in range(5))
print(next(squares), sum(squares), list(squares))
print(any(n > 3 for n in range(5)), all(n for n in []), max((len(w), w) for w in ["aa", "b"]), sorted(c for c in "hello"))
pairs = list(zip(range(3), "abc"))
print(pairs, list(zip(*pairs)), {k: v for k, v in pairs}, min(pairs, key=lambda p: -p[0]))
evens = [n for n in range(20) if n % 2 == 0 if n % 3 == 0]
print(evens, [(a, b) for a in range(3) for b in range(a)], {n % 3 for n in range(9)}, {c: ord(c) for c in "ab"})
print(list(range(5))[::-1], list(range(10, 0, -3)), range(3) == range(0, 3, 1), 5 in range(0, 10, 5), range(7)[-2], len(range(1, 8, 3)))
numbers = [1, 2, 3]
total = 0
for n in numbers:
    if n == 2:
        numbers.append(9)
    total += n
print(total, numbers)
d = {"a": 1, "b": 2}
try:
    for key in d:
        d[key + key] = 0
except RuntimeError as error:
    print(error, len(d))
s = {1, 2}
try:
    for item in s:
        s.add(item + 10)
except RuntimeError as error:
    print(error)
first, second = iter([10, 20])
a, b, c = map(int, "1 2 3".split())
print(first, second, a + b + c, sum(map(len, ["ab", "c"])), sum([[1], [2]], []), max("b", "a", key=str.upper), min([], default=0))
