class Shape:
    def __init__(self, size):
        self.size = size

    def __eq__(self, other):
        print("Shape.eq", end=" ")
        return self.size == other.size

    def __lt__(self, other):
        print("Shape.lt", end=" ")
        return self.size < other.size

    def __len__(self):
        return self.size

    def __hash__(self):
        return hash(self.size)


class Square(Shape):
    def __eq__(self, other):
        print("Square.eq", end=" ")
        return super().__eq__(other)

    def __hash__(self):
        return super().__hash__() + 1


class Circle(Shape):
    def __gt__(self, other):
        print("Circle.gt", end=" ")
        return self.size > other.size

    def __bool__(self):
        return False


class Problem(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __eq__(self, other):
        return isinstance(other, Problem) and self.code == other.code

    def __hash__(self):
        return self.code

    def __len__(self):
        return self.code

    def __str__(self):
        return f"problem {self.code}"


print(Shape(1) == Square(1), Square(1) == Shape(2), Square(2) == Square(2), Shape(1) != Square(1))
print(Shape(1) < Circle(2), Circle(2) < Shape(1), Shape(3) > Circle(1), Circle(1) > Shape(0))
print(len(Square(4)), bool(Square(0)), bool(Circle(5)), len(Circle(5)))
print(hash(Shape(5)), hash(Square(5)))
print([s.size for s in sorted([Circle(3), Square(1), Shape(2)])])
try:
    raise Problem(3)
except Problem as problem:
    print(problem == Problem(3), problem in [Problem(1), Problem(3)], len(problem), {problem: 1}[Problem(3)])
print(Shape(3).__eq__(Shape(3)), Square(2).__len__(), Shape.__len__(Square(9)), Shape.__lt__(Shape(1), Shape(2)))
class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return type(self)(self.n + other.n)

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.n == other.n


class Euro(Money):
    pass


print(type(Euro(1) + Euro(2)).__name__, (Euro(1) + Euro(2)).n, Euro(3) == Euro(1) + Euro(2), Euro(1) == Money(1), Euro(1) != Money(1))
print(NotImplemented, type(NotImplemented).__name__, NotImplemented is NotImplemented, Money(1).__eq__(5), callable(NotImplemented))
try:
    NotImplemented()
except TypeError as error:
    print(error)
