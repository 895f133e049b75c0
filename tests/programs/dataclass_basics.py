from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Empty:
    pass


@dataclass
class Team:
    """With a docstring."""

    name: str
    members: list = field(default_factory=list)
    scores: dict = field(default_factory=dict)
    code: str = "none"
    limit: float = -1.5
    tags: tuple = (1, 2)

    def add(self, member):
        self.members.append(member)
        return self


p = Point(1, 2)
q = Point(1)
print(p, q, Point(x=3), Point(y=5, x=4), Empty())
print(p == Point(1, 2), p != q, p == (1, 2), p == Empty(), Empty() == Empty())
p.x = 10
print(p, p.x + p.y, [p, q], {"p": p}, (p,), f"{p} {p!r:>20}", str(q))
a = Team("a")
b = Team("b", ["x"])
a.add("ana").add("luis")
print(a, b, a.members is b.members, Team("c").members)
print(Team.code, Team.limit, a.tags is Team.tags)
for attempt in (
    lambda: Point(),
    lambda: Point(1, 2, 3),
    lambda: Point(1, z=2),
    lambda: Point(1, x=2),
    lambda: Empty(1),
    lambda: Team(),
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    hash(p)
except TypeError as error:
    print(error)
print(isinstance(p, Point), Point.__name__, p.__class__.__name__, p in [q, Point(10, 2)], [q, p].index(Point(10, 2)))
try:
    print(Team.members)
except AttributeError as error:
    print(error)
try:
    print(p < q)
except TypeError as error:
    print(error)
