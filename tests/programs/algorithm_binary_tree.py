class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def add(self, key):
        node = [key, None, None]
        self.size += 1
        if self.root is None:
            self.root = node
            return
        at = self.root
        while True:
            side = 1 if key < at[0] else 2
            if at[side] is None:
                at[side] = node
                return
            at = at[side]

def walk(node):
    return [] if node is None else walk(node[1]) + [node[0]] + walk(node[2])

def depth(node):
    return 0 if node is None else 1 + max(depth(node[1]), depth(node[2]))

tree = Tree()
for key in (50, 30, 70, 20, 40, 60, 80, 30, 65):
    tree.add(key)
print(walk(tree.root), depth(tree.root), tree.size)
print(tree.root)
