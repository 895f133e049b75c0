count = 0
items = []


def increment():
    global count
    count += 1


def shadow():
    count = 100
    return count


def mutate():
    items.append(count)


def create():
    global made
    made = "created"


def read():
    return count, len(items)


increment()
increment()
print(shadow(), count)
mutate()
mutate()
print(items, read())
create()
print(made)


def two():
    global count, items
    count, items = -1, ["new"]


two()
print(count, items)


def loop():
    global i
    for i in range(3):
        pass


loop()
print(i)


def helper(len):
    return len + 1


print(helper(5), len("abc"))
max = 7
print(max)
del max
print(max(1, 2))
