def by_second(pair):
    return pair[1]


def last_letter(word):
    return word[-1]


def negative(number):
    return -number


pairs = [("a", 3), ("b", 1), ("c", 3), ("d", 2), ("e", 1)]
print(sorted(pairs, key=by_second))
print(sorted(pairs, key=by_second, reverse=True))
print(sorted(["lobo", "tigre", "gata"], key=last_letter))
numbers = [3, -1, 2]
numbers.sort(key=negative)
print(numbers)
print(min(pairs, key=by_second), max(pairs, key=by_second))
print(sorted([-3, 1, -2], key=abs), max([-3, 1, -2], key=abs))
