class Cell:
    def __init__(self, row, column):
        self.row = row
        self.column = column

    def __eq__(self, other):
        return isinstance(other, Cell) and (self.row, self.column) == (other.row, other.column)

    def __hash__(self):
        return hash((self.row, self.column))

    def __repr__(self):
        return f"<{self.row},{self.column}>"


class Same:
    """All of them collide."""

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Same) and self.name == other.name

    def __hash__(self):
        return 1

    def __repr__(self):
        return self.name


class Number:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Number) else other)

    def __hash__(self):
        return hash(self.n)


class Unhashable:
    def __eq__(self, other):
        return True


class HashAgain(Unhashable):
    def __hash__(self):
        return 3


class Inherits(Cell):
    pass


class WrongHash:
    def __hash__(self):
        return "text"


board = {Cell(0, 0): "rook", Cell(0, 1): "knight"}
print(board[Cell(0, 0)], Cell(0, 1) in board, Cell(5, 5) in board, board.get(Cell(9, 9), "none"))
board[Cell(0, 0)] = "queen"
board[Cell(2, 2)] = "pawn"
print(board, len(board))
del board[Cell(0, 1)]
print(board.pop(Cell(2, 2)), board.setdefault(Cell(1, 1), "king"), board)
try:
    board[Cell(7, 7)]
except KeyError as error:
    print("KeyError", error)
seen = {Cell(1, 1), Cell(1, 1), Cell(1, 2)}
seen.add(Cell(1, 2))
seen.add(Cell(1, 3))
print(len(seen), Cell(1, 1) in seen, Cell(3, 3) in seen)
seen.discard(Cell(1, 1))
seen.remove(Cell(1, 2))
print(seen)
try:
    seen.remove(Cell(4, 4))
except KeyError as error:
    print("KeyError", error)
a = {Same("x"), Same("y"), Same("z")}
b = set([Same("y"), Same("z"), Same("w")])
print(sorted(str(s) for s in a | b), sorted(str(s) for s in a & b))
print(sorted(str(s) for s in a - b), sorted(str(s) for s in a ^ b), len(a))
print(a == {Same("z"), Same("x"), Same("y")}, {Same("x")} <= a, a.issuperset([Same("y")]), a.isdisjoint(b))
a.update([Same("x"), Same("v")], (Same("u"),))
print(len(a), frozenset(a) == a, Same("v") in frozenset(a))
a -= {Same("v"), Same("nothing")}
a &= {Same("x"), Same("y"), Same("u")}
a |= {Same("q")}
print(sorted(str(s) for s in a))
numbers = {1: "one", Number(2): "two"}
print(numbers[Number(1)], numbers[2], 2 in numbers, Number(3) in numbers, {Number(1), 1, 1.0, True} == {1})
print({Number(i % 3): i for i in range(7)}[2], len({Number(i % 3) for i in range(10)}))
print({(Cell(1, 2), "a"): 1}[(Cell(1, 2), "a")], (Cell(1, 2), 3) in {(Cell(1, 2), 3)})
print(hash(Cell(1, 2)) == hash((1, 2)), hash(Number(-1)), hash(Same("s")), hash(Inherits(1, 2)) == hash((1, 2)))
print(Inherits(1, 2) in {Cell(1, 2)}, {Inherits(1, 1): 1} == {Cell(1, 1): 1})
for make in (lambda: {Unhashable()}, lambda: {HashAgain(): 1}, lambda: hash(Unhashable()), lambda: {WrongHash()}, lambda: {(1, Unhashable())}):
    try:
        print(len(make()))
    except TypeError as error:
        print(error)
copy = dict(board)
copy.update({Cell(0, 0): "bishop"})
print(copy == board, copy, board, {**copy, Cell(0, 0): "last"})
print(dict([(Same("k"), 1), (Same("k"), 2)]), dict.fromkeys([Same("k"), Same("l"), Same("k")], 0))
inventory = {}
for name in ["apple", "pear", "apple", "fig", "apple"]:
    inventory[Same(name)] = inventory.get(Same(name), 0) + 1
print(inventory, max(inventory.values()))
