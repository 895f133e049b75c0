from dataclasses import dataclass

print("before")


@dataclass
class Team:
    name: str
    members: list = []


print("never")
