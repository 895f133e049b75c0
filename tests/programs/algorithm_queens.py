def is_safe(queens, column):
    row = len(queens)
    for r, c in enumerate(queens):
        if c == column or abs(c - column) == row - r:
            return False
    return True


def place(n, queens, solutions):
    if len(queens) == n:
        solutions.append(queens[:])
        return
    for column in range(n):
        if is_safe(queens, column):
            queens.append(column)
            place(n, queens, solutions)
            queens.pop()


for n in range(1, 7):
    solutions = []
    place(n, [], solutions)
    print(n, len(solutions), solutions[:1])
for column in solutions[0]:
    print("." * column + "Q" + "." * (5 - column))
