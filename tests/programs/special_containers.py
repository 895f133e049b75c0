class Shelf:
    def __init__(self):
        self.books = {}
        self.log = []

    def __getitem__(self, key):
        self.log.append(("get", key))
        if isinstance(key, slice):
            return [self.books[k] for k in sorted(self.books)][key]
        return self.books[key]

    def __setitem__(self, key, value):
        self.log.append(("set", key))
        self.books[key] = value

    def __delitem__(self, key):
        self.log.append(("del", key))
        del self.books[key]

    def __contains__(self, key):
        return key in self.books

    def __len__(self):
        return len(self.books)


class Squares:
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError("no more")
        return i * i


class Evens:
    def __contains__(self, n):
        return n % 2 == 0


class Grid:
    def __init__(self, width, height):
        self.width = width
        self.cells = [0] * (width * height)

    def __getitem__(self, place):
        x, y = place
        return self.cells[y * self.width + x]

    def __setitem__(self, place, value):
        x, y = place
        self.cells[y * self.width + x] = value


shelf = Shelf()
shelf["b"] = "Borges"
shelf["a"] = "Arlt"
shelf["c"] = "Cortázar"
print(shelf["a"], len(shelf), "b" in shelf, "z" in shelf, "z" not in shelf)
print(shelf[0:2], shelf[1:], shelf[::2])
shelf["a"] += " R."
del shelf["b"]
print(shelf["a"], len(shelf), shelf.log)
try:
    shelf["z"]
except KeyError as error:
    print("KeyError", error)
print(4 in Evens(), 5 in Evens(), 5 not in Evens())
squares = Squares()
print(list(squares), 9 in squares, 10 in squares, 10 not in squares)
for n in squares:
    print(n, end=" ")
print(sum(squares), max(squares), sorted(squares, reverse=True), tuple(squares))
a, b, *rest = squares
print(a, b, rest, [*squares], dict(enumerate(squares)))
grid = Grid(3, 2)
grid[1, 1] = 7
grid[2, 0] += 5
print(grid[1, 1], grid[2, 0], grid.cells)
class Nothing:
    def __len__(self):
        return 0


nothing = Nothing()
for attempt in (
    lambda: nothing[0],
    lambda: 1 in nothing,
    lambda: list(nothing),
    lambda: squares[9],
    lambda: len(squares),
    lambda: nothing(),
    lambda: iter(nothing),
    lambda: next(squares),
    lambda: reversed(squares),
):
    try:
        print(attempt())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
try:
    nothing[0] = 1
except TypeError as error:
    print(error)
try:
    del nothing[0]
except TypeError as error:
    print(error)
try:
    squares[1:2] = []
except TypeError as error:
    print(error)
class Row:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


row = Row("a", "b", "c")
print(list(reversed(row)), row[-1], row[0:2], [x for x in row], "b" in row, len(row))
print(", ".join(row), list(zip(row, range(3))), list(map(str.upper, row)))
