from dataclasses import dataclass, field


@dataclass
class Animal:
    name: str
    legs: int = 4
    sounds: list = field(default_factory=list)

    def speak(self):
        return f"{self.name}: {', '.join(self.sounds)}"


@dataclass
class Dog(Animal):
    breed: str = "mixed"
    legs: int = 3

    def __post_init__(self):
        self.sounds.append("woof")


class Puppy(Dog):
    def play(self):
        return self.name + " plays"


@dataclass
class Trained(Puppy):
    tricks: tuple = ()


@dataclass(frozen=True)
class Base:
    a: int


@dataclass(frozen=True)
class Derived(Base):
    b: int = 2


class Plain(Base):
    def set(self):
        self.extra = 1
        return self.extra


print(Animal("cat"), Dog("rex"), Dog("rex", 4, ["grr"], "boxer").speak(), Puppy("p"))
print(Trained("t", tricks=("sit",)), Trained("t").play(), isinstance(Trained("t"), Animal))
print(Dog("a") == Animal("a"), Dog("a") == Dog("a"), Puppy("a") == Dog("a"), Puppy("a") == Puppy("a"))
print(Derived(1), Derived(1, 3) == Derived(1, 3), hash(Derived(1)) == hash((1, 2)), Base(1) == Derived(1))
print(Plain(5), Plain(5).set(), Plain(5) == Plain(5))
for wrong in (Derived(1), Plain(2)):
    try:
        wrong.a = 9
    except AttributeError as error:
        print(type(error).__name__, error)


@dataclass
class Shape:
    def area(self):
        raise NotImplementedError


@dataclass
class Square(Shape):
    side: float

    def area(self):
        return self.side ** 2


@dataclass
class Labelled(Square):
    label: str = "?"

    def __post_init__(self):
        super_area = super().area()
        self.label = f"{self.label}{super_area}"


print(Square(3).area(), Labelled(2, "x"), [s.area() for s in (Square(1), Labelled(3))])


@dataclass
class Error(Exception):
    code: int
    reason: str = "unknown"


try:
    raise Error(4)
except Error as error:
    print(repr(error), error.code, error == Error(4), error.args)
