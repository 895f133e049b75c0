print(abs(-5), abs(5.5), abs(-(10**20)), abs(True))
print(min(3, 1, 2), max(3, 1, 2), min([4, 2]), max("abc"), min(2, 1.5), max((1, 5), (1, 6)))
print(min([], default=0), max((), default="none"))
print(sum([1, 2, 3]), sum([]), sum([1, 2], 10), sum((0.5, 0.25)), sum([[1], [2]], []))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(-2, 3), pow(2.0, 3), pow(3, -1, 7))
print(divmod(17, 5), divmod(-17, 5), divmod(17, -5), divmod(17.5, 5))
print(round(3.14159, 2), round(2.5), round(-3.5))
print(len([1]), len("ab"), len({}), len((1, 2, 3)), len(range(7)), len({1, 2}))
try:
    min([])
except ValueError as error:
    print(error)
try:
    max()
except TypeError as error:
    print(error)
try:
    sum(["a"])
except TypeError as error:
    print(error)
try:
    abs("x")
except TypeError as error:
    print(error)
try:
    max([1, "a"])
except TypeError as error:
    print(error)
