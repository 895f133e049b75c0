class Cell:
    def __init__(self, row, column):
        self.row = row
        self.column = column

    def __eq__(self, other):
        if not isinstance(other, Cell):
            return NotImplemented
        return (self.row, self.column) == (other.row, other.column)

    def __hash__(self):
        return hash((self.row, self.column))

    def __repr__(self):
        return f"<{self.row},{self.column}>"


cells = [Cell(i % 4, i * 7 % 5) for i in range(30)]
board = set(cells)
print(len(board), board)
corner = {Cell(0, 0), Cell(0, 1), Cell(9, 9), (Cell(1, 1), 8), 5}
print(corner | {Cell(0, 0)}, corner & board, corner - board)
print(sorted(board - corner, key=lambda cell: (cell.row, cell.column))[:3])
print(len(board ^ corner), corner ^ {Cell(9, 9), 5, 6})
board |= corner
board -= {Cell(3, 3), 5}
board ^= {Cell(0, 0), Cell(7, 7)}
print(len(board), board)
board &= corner
print(board, board < corner, board <= board, corner > board, board == corner)
board.update([Cell(0, 1), Cell(5, 5)], (Cell(5, 5), Cell(6, 6)))
board.difference_update([Cell(6, 6)], {Cell(0, 1): 1})
board.symmetric_difference_update({Cell(5, 5), Cell(2, 2)})
board.intersection_update(board, [Cell(2, 2), Cell(9, 9)])
print(board)
names = {Cell(i, i): str(i) for i in range(6)}
print(set(names), frozenset(names) == set(names), set(names) == names.keys())
print(set(names).union([Cell(0, 0)], {Cell(8, 8): 1}), hash(frozenset(names)) == hash(frozenset(list(names))))
print({frozenset([Cell(1, 2)]): "one"}[frozenset({Cell(1, 2)})], frozenset([Cell(0, 0)]) in {frozenset([Cell(0, 0)])})
seen = set()
again = [cell for cell in cells if cell in seen or seen.add(cell)]
print(len(seen), len(again))
