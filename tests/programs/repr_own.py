import threading


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"P({self.x!r}, {self.y!r})"


class Account:
    def __init__(self, owner, parts):
        self.owner = owner
        self.parts = parts

    def __str__(self):
        return f"<{self.owner}: {self.parts}>"

    def __repr__(self):
        return "A:%r" % self.owner


class Plain:
    pass


class Bad:
    def __repr__(self):
        return 5


class Loud:
    def __repr__(self):
        raise ValueError("no text")


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    def __repr__(self):
        return "Node(" + self.name + ", " + repr(self.links) + ")"


p = Point(1, "two")
print(p, [p], (p,), {p: p, "k": [p, 3]}, {1: {2: p}}, sep="; ")
print(str([p, p]), repr((p, [p])), f"{[p]}", f"{p}", f"{p!s:>12}|", f"{[p]!r:.5}")
a = Account("Ana", [p, Point(2, None)])
print(a, [a], "%s %r %s" % (a, a, [a]), "{} {!r} {!s:>30}".format(a, a, a))
print("%s" % a, "%(x)s" % {"x": a}, "{0.owner} {0}".format(a), str(a) + "!")
print({"a": a}.values(), {"a": a}.items(), sorted([3, 1]), enumerate([a]) is None)
s = ""
s += str([a])
s += "%s" % [p]
print(s)
try:
    print([1, Bad()])
except TypeError as error:
    print(error)
try:
    print([Loud(), "never"])
except ValueError as error:
    print(error)
try:
    print(f"{a:>5}")
except TypeError as error:
    print(error)
one = Node("one")
two = Node("two")
one.links.append(two)
two.links.append(one.links)
print(one, two, [one.links])
two.links[0] = one
print(one.links)
try:
    print(one)
except RecursionError as error:
    print("too deep")
try:
    raise ValueError(p)
except ValueError as error:
    print(error, repr(error))
try:
    raise KeyError(p, a)
except KeyError as error:
    print(error)
try:
    {}[p]
except KeyError as error:
    print(error)
try:
    [1].index(p)
except ValueError as error:
    print(error)
assert [p], [a]
t = threading.Thread(target=print, args=(a, [p], p))
t.start()
t.join()
count = 0


class Counted:
    def __repr__(self):
        global count
        count += 1
        return str(count)


c = Counted()
print([c, [c], c], c)
many = []
for i in range(300):
    many.append(c)
print(len(str(many)), count)
