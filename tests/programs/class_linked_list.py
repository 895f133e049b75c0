class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following

class LinkedList:
    def __init__(self, *values):
        self.first = None
        for value in reversed(values):
            self.push(value)

    def push(self, value):
        self.first = Node(value, self.first)

    def pop(self):
        if self.first is None:
            raise IndexError("pop from an empty list")
        node, self.first = self.first, self.first.following
        return node.value

    def values(self):
        found, node = [], self.first
        while node is not None:
            found.append(node.value)
            node = node.following
        return found

    def reverse(self):
        turned, node = None, self.first
        while node:
            node.following, turned, node = turned, node, node.following
        self.first = turned

    def __repr__(self):
        return f"LinkedList({', '.join(map(repr, self.values()))})"

items = LinkedList(1, "two", 3.0)
print(items, LinkedList(), items.values())
items.push(None)
items.reverse()
print(items, items.pop(), items.pop(), items, [items])
try:
    while True:
        items.pop()
except IndexError as error:
    print(error, items)
