def unique(items):
    seen = set()
    kept = []
    for item in items:
        if item not in seen:
            seen.add(item)
            kept.append(item)
    return kept

print(unique([3, 1, 3, 2, 1]), unique("banana"))
graph = {1: {2, 3}, 2: {4}, 3: {4, 5}, 4: {6}, 5: set(), 6: {1}, 7: {1}}

def reachable(start):
    found = set()
    pending = [start]
    while pending:
        node = pending.pop()
        if node not in found:
            found.add(node)
            pending.extend(sorted(graph[node] - found))
    return found

for node in graph:
    print(node, sorted(reachable(node)))
subsets = [set()]
for item in (1, 2, 3):
    subsets += [subset | {item} for subset in subsets]
print(len(subsets), sorted(sorted(subset) for subset in subsets))
print(sorted({n % 7 for n in range(0, 100, 5)}), {x * 0 for x in range(5)})
print(sorted(set("mississippi")), len(set("mississippi")), sorted({*range(3), *"ab"}, key=str))
print({1, 1.0, True}, {0, False}, len({"a", "A"}), {frozenset({1}), frozenset([1, 1])})
