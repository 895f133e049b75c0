from dataclasses import dataclass, field
from threading import Lock

counter = 0


def next_number():
    global counter
    counter += 1
    return counter


class Default:
    def __repr__(self):
        return "<default>"


SHARED = Default()


@dataclass
class Ticket:
    title: str
    number: int = field(default_factory=next_number)
    lock: object = field(default_factory=Lock, repr=False, compare=False)
    shared: Default = SHARED
    grid: list = field(default_factory=lambda: [[0] * 2 for _ in range(2)])
    total: int = field(init=False, default=0)
    log: list = field(init=False, default_factory=list, repr=False)
    call: object = len
    level: int = 3 * 2

    def __post_init__(self):
        self.total = len(self.title)
        self.log.append("made")


a = Ticket("first")
b = Ticket("second", 77)
c = Ticket("third")
print(a, b.number, c.number, counter)
a.grid[0][0] = 1
print(a.grid, b.grid, a.shared is b.shared, a.shared is SHARED, a.call("abc"), Ticket("x", call=max).call(1, 5))
print(a.lock is b.lock, a.lock.acquire(False), b.log, a.level, Ticket.level, Ticket.total)
print(a == Ticket("first", 1, grid=[[1, 0], [0, 0]]))
SHARED = None
print(Ticket("later").shared)


@dataclass
class Circle:
    radius: float
    area: float = field(init=False)

    def __post_init__(self):
        if self.radius < 0:
            raise ValueError("negative radius")
        self.area = 3 * self.radius ** 2


print(Circle(2), Circle(1.5).area)
try:
    Circle(-1)
except ValueError as error:
    print(error)
try:
    Circle(1, 2)
except TypeError as error:
    print(error)


@dataclass
class Own:
    x: int

    def __init__(self, text):
        self.x = int(text)

    def __repr__(self):
        return f"Own<{self.x}>"

    def __eq__(self, other):
        return True


print(Own("5"), Own("5") == Own("6"))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)
    parent: object = None

    def add(self, value):
        child = Tree(value, parent=self)
        self.children.append(child)
        return child


root = Tree(1)
root.add(2).add(3)
print(root)
