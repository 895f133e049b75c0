a = [5, 2, 9, 1, 5, 6]
a.sort()
print(a)
a.sort(reverse=True)
print(a)
print(sorted([3, 1, 2]), sorted("hola"), sorted((2, 1)), sorted({3, 1, 2}), sorted({"b": 1, "a": 2}))
print(sorted([3, 1, 2], reverse=True), a)
print(sorted([1, 1.0, True, 0, False, 0.0]))
print(sorted([1, 1.0, True, 0, False, 0.0], reverse=True))
print(sorted([(2, "b"), (1, "z"), (2, "a")]))
print(sorted(["banana", "Apple", "cherry", "apple"]))
print(sorted([[2], [1, 5], [1]]), sorted([]))
print([2, 1].sort())
words = ["pera", "uva", "kiwi", "manzana"]
print(sorted(words))
words.sort(reverse=True)
print(words)
big = []
for i in range(100):
    big.append((i * 37) % 101)
print(sorted(big))
print(sorted([0.5, -1, 10**20, 3, -2.5]))
