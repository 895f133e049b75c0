def binary_search(items, wanted):
    low, high = 0, len(items) - 1
    steps = 0
    while low <= high:
        steps += 1
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle, steps
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return None, steps


def breadth_first(graph, start, goal):
    queue = [[start]]
    seen = {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for neighbour in graph[path[-1]]:
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(path + [neighbour])
    return None


items = list(range(0, 200, 3))
for wanted in [0, 99, 198, 100, -5]:
    print(wanted, binary_search(items, wanted))
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []}
print(breadth_first(graph, "A", "F"), breadth_first(graph, "B", "E"))
best = {"A": 0}
pending = ["A"]
while pending:
    node = pending.pop()
    for neighbour in graph[node]:
        distance = best[node] + 1
        if neighbour not in best or distance < best[neighbour]:
            best[neighbour] = distance
            pending.append(neighbour)
print(sorted(best.items()))
