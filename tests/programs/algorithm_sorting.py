def bubble(items):
    items = items[:]
    swaps = 0
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
                swaps += 1
        if not swapped:
            break
    return items, swaps


def quick(items):
    if len(items) <= 1:
        return items
    pivot = items[0]
    smaller = []
    larger = []
    for item in items[1:]:
        if item < pivot:
            smaller.append(item)
        else:
            larger.append(item)
    return quick(smaller) + [pivot] + quick(larger)


def merge(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left = merge(items[:middle])
    right = merge(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


seed = 12345
data = []
for _ in range(40):
    seed = (seed * 1103515245 + 12345) % 2**31
    data.append(seed % 1000)
print(data)
print(bubble(data))
print(quick(data) == sorted(data), merge(data) == sorted(data))
print(merge(["pera", "uva", "kiwi", "fresa"]))
