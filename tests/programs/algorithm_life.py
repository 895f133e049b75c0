def neighbours(cells, row, column):
    count = 0
    for r in (row - 1, row, row + 1):
        for c in (column - 1, column, column + 1):
            if (r, c) != (row, column) and (r, c) in cells:
                count += 1
    return count


def step(cells, size):
    born = set()
    for row in range(size):
        for column in range(size):
            n = neighbours(cells, row, column)
            if n == 3 or n == 2 and (row, column) in cells:
                born.add((row, column))
    return born


cells = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for generation in range(4):
    for row in range(6):
        line = ""
        for column in range(6):
            line += "#" if (row, column) in cells else "."
        print(line)
    print("generation", generation, sorted(cells))
    cells = step(cells, 6)
