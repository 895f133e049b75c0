class Team:
    members = []

    def __init__(self, name, tags=[]):
        self.name = name
        self.tags = tags

    def join(self, person):
        self.members.append(person)
        self.tags.append(person[0])
        return self

red, blue = Team("red"), Team("blue", ["b"])
red.join("ana")
blue.join("leo")
print(red.members, blue.members, Team.members is red.members)
print(red.tags, blue.tags, Team("green").tags)
red.members = red.members + ["own"]
print(red.members, blue.members)
red.members += ["more"]
blue.members += ["shared"]
print(red.members, Team.members, blue.members is Team.members)

def remember(item, seen=[]):
    seen.append(item)
    return seen

def fresh(item, seen=None):
    seen = [] if seen is None else seen
    seen.append(item)
    return seen

print(remember(1), remember(2), remember(3, []), remember(4))
print(fresh(1), fresh(2), fresh(3, [0]))
