class Node:
    def __init__(self, value, next_node):
        self.value = value
        self.next = next_node


class Stack:
    def __init__(self):
        self.top = None
        self.size = 0

    def push(self, value):
        self.top = Node(value, self.top)
        self.size += 1

    def pop(self):
        if self.top is None:
            raise IndexError("pila vacía")
        node = self.top
        self.top = node.next
        self.size -= 1
        return node.value

    def to_list(self):
        values = []
        node = self.top
        while node is not None:
            values.append(node.value)
            node = node.next
        return values


class Garage:
    def __init__(self):
        self.stacks = {"a": Stack(), "b": Stack()}
        self.order = [self.stacks["b"], self.stacks["a"]]


s = Stack()
for i in range(4):
    s.push(i * i)
print(s.to_list(), s.size)
print(s.pop(), s.pop(), s.to_list())
g = Garage()
g.stacks["a"].push("x")
g.order[1].push("y")
g.order[0].push(g.stacks["a"].pop())
print(g.stacks["a"].to_list(), g.stacks["b"].to_list())
s.top.next.value += 100
s.top.value, s.top.next.value = s.top.next.value, s.top.value
print(s.to_list())
seen = {s: "stack", g: "garage"}
print(seen[s], seen[g], g in seen, Stack() in seen, s in [g, s])
try:
    s.pop()
    s.pop()
    s.pop()
except IndexError as error:
    print(error)
