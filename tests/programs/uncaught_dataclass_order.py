from dataclasses import dataclass, field

print("before")


@dataclass
class Team:
    name: str = "x"
    size: int


print("never")
