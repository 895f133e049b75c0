items = [("cable", 3, 40), ("panel", 5, 60), ("bateria", 8, 90), ("lector", 1, 15)]
capacity = 10
table = []
for _ in range(len(items) + 1):
    table.append([0] * (capacity + 1))
for i, (name, weight, value) in enumerate(items, 1):
    for room in range(capacity + 1):
        table[i][room] = table[i - 1][room]
        if weight <= room:
            table[i][room] = max(table[i][room], table[i - 1][room - weight] + value)
print(table[-1])
chosen = []
room = capacity
for i in range(len(items), 0, -1):
    if table[i][room] != table[i - 1][room]:
        name, weight, value = items[i - 1]
        chosen.append(name)
        room -= weight
print(chosen, room)


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = 0 if x == y else 1
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


print(distance("cerrojo", "cerrajero"), distance("", "abc"), distance("igual", "igual"))
