people = [("ana", 30, 1.65), ("leo", 25, 1.8), ("eva", 30, 1.7), ("sol", 25, 1.6), ("Max", 41, 1.75)]
print(sorted(people))
print(sorted(people, key=lambda p: (p[1], -p[2])))
print([p[0] for p in sorted(people, key=lambda p: p[1])], [p[0] for p in sorted(people, key=lambda p: p[1], reverse=True)])
print(sorted((p[0] for p in people), key=str.lower), sorted("Banana split"), sorted({3: "c", 1: "a"}), sorted({2, 3, 1}))
print(max(people, key=lambda p: p[2]), min(people, key=lambda p: p[1]), max("apple", "fig", key=len), min([], default="none"), max([1], default=0))
words = "one two three four five six".split()
words.sort(key=lambda word: (len(word), word))
print(words)
words.sort(key=lambda word: word[-1], reverse=True)
print(words, words.sort())
print(sorted([True, 0, 2.5, -1, 1]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]), sorted(["10", "9", "1"], key=int))
print(sorted([0.0, -0.0, 0]), sorted([3, 1, 2], key=lambda n: 0), sorted(range(5), key=lambda n: n % 2), list(reversed(sorted("hello"))))
print(sum([[1], [2]], []), sum((1, 2), 10), sum([0.1] * 3), sum({1: 2, 3: 4}), sum(range(0)))
for attempt in (lambda: sorted([1, None]), lambda: sorted([1], key=5), lambda: sorted(["a"], key=lambda: 0), lambda: max([]), lambda: min(1, "a"), lambda: max(), lambda: sorted([{}, {}]), lambda: max(1, 2, default=3), lambda: sum([1], "a"), lambda: sorted([1], None), lambda: sum(["a"], "")):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
