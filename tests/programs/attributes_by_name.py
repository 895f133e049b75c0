import math


class Base:
    kind = "base"

    def greet(self):
        return "hello from " + self.kind


class Point(Base):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def total(self):
        return self.x + self.y

    @total.setter
    def total(self, value):
        self.x = value - self.y

    @property
    def broken(self):
        raise AttributeError("no such thing")

    @property
    def fixed(self):
        return 7

    @staticmethod
    def zero():
        return Point(0, 0)


def attempt(function, *args):
    try:
        print(function(*args))
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


p = Point(1, 2)
for name in ["x", "y", "kind", "total", "greet", "zero", "z", "broken"]:
    print(name, hasattr(p, name), callable(getattr(p, name, None)))
print(getattr(p, "x"), getattr(p, "z", "nothing"), getattr(p, "broken", 0))
attempt(getattr, p, "z")
attempt(getattr, p, "broken")
print(getattr(p, "greet")(), getattr(Point, "kind"), getattr(Point, "zero")().x)
print(getattr(Point(3, 4), "total"), getattr("abc", "upper")(), getattr([3, 1], "sort")())
print(getattr(math, "pi") == math.pi, hasattr("x", "nothing"), hasattr([], "append"))

for name, value in [("x", 10), ("y", 20), ("colour", "red")]:
    setattr(p, name, value)
print(p.x, p.y, p.colour, setattr(p, "total", 100), p.x)
setattr(p, "label", "spot")
print(p.label, getattr(p, "label"), hasattr(Point(0, 0), "label"))
setattr(Point, "kind", "point")
print(p.kind, Base.kind, getattr(p, "kind"))
attempt(setattr, p, "fixed", 1)
delattr(p, "colour")
print(hasattr(p, "colour"))
attempt(delattr, p, "colour")
attempt(delattr, p, "fixed")
attempt(delattr, Point, "missing")

attempt(getattr, p)
attempt(getattr, p, "x", 1, 2)
attempt(getattr, p, 3)
attempt(hasattr, p)
attempt(hasattr, p, None)
attempt(setattr, p, "x")
attempt(setattr, p, 1, 2)
attempt(delattr, p)
attempt(delattr, p, 2.5)
attempt(setattr, 5, "real", 1)
attempt(setattr, "text", "upper", 1)
attempt(setattr, [], "size", 1)
attempt(setattr, int, "size", 1)
attempt(getattr, None, "value")
attempt(getattr, 5, "name")
attempt(getattr, int, "name")
attempt(getattr, Point, "name")
attempt(delattr, "text", "name")


class Settings:
    pass


settings = Settings()
for key, value in {"host": "localhost", "port": 8080}.items():
    setattr(settings, key, value)
print(settings.host, settings.port, getattr(settings, "user", "guest"))
print(*map(lambda key: getattr(settings, key), ["host", "port"]))
