# What a failing sort leaves of a list: the items as far as they were moved.
import random


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __repr__(self):
        return repr(self.value)


def shown(items, **options):
    try:
        items.sort(**options)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, end=" ")
    print(items)


def same(x):
    return x


for reverse in (False, True):
    for values in (
        [3, 1, 2, "a"],
        [3, 2, 1, "a", 0],
        [20.0, 3, 1, {}, 5],
        ["5", "1", ".", "-", 1, 2, 1, 3],
        [None, 1],
        [1],
    ):
        shown(list(values), reverse=reverse)
        shown(list(values), reverse=reverse, key=same)
        shown([Item(value) for value in values], reverse=reverse)
        shown(list(values), reverse=reverse, key=Item)

random.seed(7)
for count in range(2, 64):
    values = [random.randrange(30) for _ in range(count)]
    values.insert(random.randrange(count), "x")
    values = values[:63]
    shown(list(values))
    shown(list(values), reverse=True)
    shown(list(values), key=same)
    shown([Item(value) for value in values])
    shown([Item(value) for value in values], reverse=True)


def refuse(x):
    if x == 2:
        raise ValueError("two")
    return x


shown([3, 1, 2, 0], key=refuse)
for count in (64, 130, 300, 1000):
    values = [random.randrange(500) for _ in range(count)]
    expected = sorted(values)
    for reverse in (False, True):
        items = [Item(value) for value in values]
        items.sort(reverse=reverse)
        values.sort(reverse=reverse)
        print(values == (expected[::-1] if reverse else expected), [i.value for i in items] == values)
