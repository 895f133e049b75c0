class Switch:
    def __init__(self, on):
        self.on = on

    def __bool__(self):
        print("bool", self.on, end="; ")
        return self.on

    def __repr__(self):
        return f"Switch({self.on})"


class Basket:
    def __init__(self, *things):
        self.things = list(things)

    def __len__(self):
        return len(self.things)


class Both:
    def __bool__(self):
        return True

    def __len__(self):
        return 0


class Wrong:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


class Text:
    def __len__(self):
        return "three"


on = Switch(True)
off = Switch(False)
if on:
    print("on")
if not off:
    print("off")
print("yes" if off else "no")
print(on and off, on or off, off and on, off or on, not on, not off)
print(bool(on), bool(off), bool(Basket()), bool(Basket(1)), bool(Both()), len(Both()))
print(len(Basket()), len(Basket(1, 2)), not Basket(), not Basket(3))
print(any([off, on, off]), all([on, off, on]), any([]), all([Basket(1), Basket()]))
print(list(filter(None, [off, on, Basket(), 3])))
print([x for x in (on, off) if x])
basket = Basket(1, 2, 3)
while basket:
    print(basket.things.pop(), end=" ")
print("empty" if not basket else "full")
assert on, "never"
try:
    assert off, "it is off"
except AssertionError as error:
    print(error)
for wrong in (Wrong(), Negative(), Text()):
    try:
        print(bool(wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for wrong in (Wrong(), Negative(), Text()):
    try:
        print(len(wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    if Wrong():
        print("never")
except TypeError as error:
    print(error)
print(1 < 2 and on, [] or off)
x = off or basket or "last"
print(x)
