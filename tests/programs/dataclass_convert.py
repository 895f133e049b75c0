from dataclasses import asdict, astuple, dataclass, field, replace


@dataclass
class Address:
    street: str
    zip: int = 0


@dataclass
class Person:
    name: str
    address: Address
    friends: list = field(default_factory=list)
    marks: dict = field(default_factory=dict)
    secret: int = field(default=7, init=False)


@dataclass(frozen=True)
class Fixed:
    a: int
    b: tuple = (1, (2, 3))


ana = Person("Ana", Address("Main", 1), [Address("Side")], {"math": [9, 10]})
data = asdict(ana)
print(data, astuple(ana))
data["address"]["street"] = "changed"
data["marks"]["math"].append(1)
print(ana.address, ana.marks, data["friends"])
other = replace(ana, name="Eva")
print(other, other.address is ana.address, other == ana)
print(replace(Fixed(1), b=(0,)), asdict(Fixed(5)), astuple(Fixed(6)))
for attempt in (
    lambda: replace(ana, age=3),
    lambda: replace(ana, secret=3),
    lambda: asdict(5),
    lambda: astuple([ana]),
    lambda: replace("x", a=1),
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
