from collections import deque

maze = ["S.#.", "..#E", "#...", "...#"]
cells = {(row, column): mark for row, line in enumerate(maze) for column, mark in enumerate(line)}
start = next(place for place, mark in cells.items() if mark == "S")
came = {start: None}
pending = deque([start])
while pending:
    row, column = here = pending.popleft()
    if cells[here] == "E":
        break
    for there in ((row + 1, column), (row, column + 1), (row - 1, column), (row, column - 1)):
        if cells.get(there, "#") != "#" and there not in came:
            came[there] = here
            pending.append(there)
path = []
while here is not None:
    path.append(here)
    here = came[here]
print(path[::-1], len(path), len(came))
for row, line in enumerate(maze):
    print("".join("*" if (row, column) in path and mark == "." else mark for column, mark in enumerate(line)))
