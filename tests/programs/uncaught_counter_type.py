from collections import Counter, namedtuple

Point = namedtuple("Point", "x y")
print(Counter([Point(1, 2), Point(1, 2)]))
print(Counter([Point([], 2)]))
