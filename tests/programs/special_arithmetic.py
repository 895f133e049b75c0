class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __rmul__(self, k):
        return self * k

    def __truediv__(self, k):
        return Vector(self.x / k, self.y / k)

    def __floordiv__(self, k):
        return Vector(self.x // k, self.y // k)

    def __mod__(self, k):
        return Vector(self.x % k, self.y % k)

    def __pow__(self, k):
        return Vector(self.x ** k, self.y ** k)

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __pos__(self):
        return self

    def __invert__(self):
        return Vector(self.y, self.x)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __and__(self, other):
        return "and"

    def __or__(self, other):
        return "or"

    def __xor__(self, other):
        return "xor"

    def __lshift__(self, other):
        return ("left", other)

    def __rshift__(self, other):
        return ("right", other)


class Total:
    def __init__(self, n=0):
        self.n = n

    def __add__(self, other):
        return Total(self.n + (other.n if isinstance(other, Total) else other))

    def __radd__(self, other):
        return Total(other + self.n)

    def __iadd__(self, other):
        self.n += other
        return self

    def __rsub__(self, other):
        return other - self.n

    def __rmod__(self, other):
        return "rmod"

    def __str__(self):
        return f"total {self.n}"


v = Vector(3, 4)
w = Vector(1, 1)
print(v + w, v - w, v * 2, 2 * v, v / 2, v // 2, v % 2, v ** 2, pow(v, 2))
print(-v, +v, ~v, abs(v))
print(v & w, v | w, v ^ w, v << 1, v >> 2)
u = v
u += w
print(u, v, u is v)
for wrong in (lambda: v + 1, lambda: 1 + v, lambda: v - 1, lambda: -Total(), lambda: abs(Total())):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
t = Total(5)
s = t
s += 10
print(s, t, s is t)
print(sum([Total(1), Total(2), Total(3)]), sum([Total(1), 2], Total(10)))
print(10 - Total(3), 10 + Total(3), "%s!" % Total(1), 7 % Total(1))
try:
    print([1] + Total(1))
except TypeError as error:
    print(error)
try:
    t *= 2
except TypeError as error:
    print(error)
class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd"


class Plain(Base):
    pass


print(Base() + Base(), Base() + Derived(), Derived() + Base(), Base() + Plain(), 1 + Derived())
