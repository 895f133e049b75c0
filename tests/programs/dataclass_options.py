import dataclasses
from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True)
class Coordinate:
    row: int
    column: int = 0

    def moved(self, rows):
        return Coordinate(self.row + rows, self.column)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    name: str = field(default="", compare=False)


@dataclass(eq=False)
class Node:
    value: int


@dataclass(repr=False)
class Silent:
    secret: str

    def __str__(self):
        return "silent"


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: list = field(default_factory=list, hash=False)
    c: int = field(default=0, repr=False)


@dataclasses.dataclass(frozen=True, order=True)
class Money:
    amount: int
    currency: str = dataclasses.field(default="EUR", compare=False)


@dataclass(kw_only=True)
class Config:
    host: str
    port: int = 80


@dataclass
class Mixed:
    a: int
    b: int = field(default=2, kw_only=True)
    c: int = 3


c = Coordinate(1, 2)
print(c, c.moved(2), hash(c) == hash(Coordinate(1, 2)), {c: "a"}[Coordinate(1, 2)], c in {Coordinate(1, 2)})
try:
    c.row = 5
except FrozenInstanceError as error:
    print("FrozenInstanceError", error)
try:
    del c.column
except AttributeError as error:
    print(type(error).__name__, error)
try:
    c.other = 1
except dataclasses.FrozenInstanceError as error:
    print(error, isinstance(error, AttributeError))
print(c)
versions = [Version(2, 1, "b"), Version(1, 9, "z"), Version(1, 0), Version(2, 0)]
print(sorted(versions)[0], max(versions), Version(1, 0, "x") == Version(1, 0, "y"))
print(Version(1) < Version(2), Version(1, 2) >= Version(1, 3), Version(1) <= Version(1), Version(3) > Version(2, 9))
try:
    print(Version(1) < 5)
except TypeError as error:
    print(error)
n = Node(1)
print(n == Node(1), n == n, n in [Node(1)], len({n, Node(1)}))
print(Silent("x"), Silent("x") == Silent("x"))
print(Key(1, [2], 3), hash(Key(1, [2], 3)) == hash(Key(1, [9], 3)), Key(1) == Key(1))
print(sorted([Money(3), Money(1, "USD")]), len({Money(1), Money(1, "USD")}))
print(Config(host="h"), Config(port=1, host="k"), Mixed(1), Mixed(1, 5, b=9), Mixed(1, 2))
try:
    Config("h")
except TypeError as error:
    print(error)
try:
    Mixed(1, 2, 3)
except TypeError as error:
    print(error)
