class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError("area of " + self.name)

    def describe(self):
        return f"{self.name}: {self.sides} sides, area {self.area():.2f}"

class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius ** 2

class Rectangle(Shape):
    sides = 4

    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height

class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, name="square")

    def describe(self):
        return super().describe().upper()

shapes = [Circle(1), Rectangle(2, 3), Square(1.5)]
for shape in sorted(shapes, key=lambda shape: shape.area()):
    print(shape.describe(), isinstance(shape, Rectangle), type(shape).__name__)
print(issubclass(Square, Shape), issubclass(Shape, Square), isinstance(shapes[0], (Square, Circle)), type(shapes[2]) is Rectangle)
try:
    Shape("blob").describe()
except NotImplementedError as error:
    print(repr(error))
