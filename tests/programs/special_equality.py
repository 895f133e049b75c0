class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Identity:
    pass


class Strict:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, number_of(other))
        return self.n == number_of(other)

    def __ne__(self, other):
        print("ne", self.n, number_of(other))
        return self.n != number_of(other)


def number_of(value):
    return value.n if isinstance(value, Strict) else value


a = Point(1, 2)
b = Point(1, 2)
c = Point(3, 4)
print(a == b, a != b, a == c, a != c, a is b)
print(a == 5, a != 5, 5 == a, 5 != a, a == None)
print([a, c] == [b, c], [a] != [b], (a, 1) == (b, 1), (a, 1) != (c, 1))
print({"p": a} == {"p": b}, {"p": a} == {"p": c}, {"p": a} != {"p": b})
print(b in [c, a], b in (c,), b not in [a], c not in {"k": a}.values())
print([c, a, b].index(b), [a, b, c].count(a), (c, a).index(b), (a, b).count(c))
points = [c, a]
points.remove(Point(1, 2))
print(points)
try:
    points.remove(Point(9, 9))
except ValueError as error:
    print(error)
try:
    points.index(Point(9, 9))
except ValueError as error:
    print(error)
try:
    (a,).index(c)
except ValueError as error:
    print(error)
one = Identity()
print(one == one, one == Identity(), one != one, [one] == [one])
print(Strict(1) == Strict(1), Strict(1) != Strict(2), 3 == Strict(3), 3 != Strict(3))
print([Strict(1), Strict(2)] == [Strict(1), Strict(3)])
same = Strict(7)
print([same] == [same], same in [same])
nested = [[a, (b, c)], {"k": [c]}]
print(nested == [[b, (a, c)], {"k": [Point(3, 4)]}])
try:
    hash(a)
except TypeError as error:
    print(error)
try:
    {a: 1}
except TypeError as error:
    print(error)
try:
    print({a})
except TypeError as error:
    print(error)
