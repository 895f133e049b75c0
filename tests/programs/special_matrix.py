class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __getitem__(self, place):
        row, column = place
        return self.rows[row][column]

    def __setitem__(self, place, value):
        row, column = place
        self.rows[row][column] = value

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, other):
        if isinstance(other, Matrix):
            columns = list(zip(*other.rows))
            return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])
        return Matrix([[a * other for a in row] for row in self.rows])

    def __rmul__(self, k):
        return self * k

    def __neg__(self):
        return self * -1

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        for _ in range(n):
            result *= self
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __len__(self):
        return len(self.rows)

    def __iter__(self):
        return iter(self.rows)

    def __contains__(self, value):
        return any(value in row for row in self.rows)

    def __str__(self):
        return "\n".join(" ".join(f"{value:>3}" for value in row) for row in self)


class Fraction:
    def __init__(self, top, bottom=1):
        a, b = top, bottom
        while b:
            a, b = b, a % b
        self.top = top // a
        self.bottom = bottom // a

    def _other(self, value):
        return value if isinstance(value, Fraction) else Fraction(value)

    def __add__(self, other):
        other = self._other(other)
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + -self._other(other)

    def __mul__(self, other):
        other = self._other(other)
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    def __truediv__(self, other):
        other = self._other(other)
        if not other:
            raise ZeroDivisionError("fraction division by zero")
        return Fraction(self.top * other.bottom, self.bottom * other.top)

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __abs__(self):
        return Fraction(abs(self.top), self.bottom)

    def __bool__(self):
        return self.top != 0

    def __eq__(self, other):
        other = self._other(other)
        return self.top == other.top and self.bottom == other.bottom

    def __lt__(self, other):
        other = self._other(other)
        return self.top * other.bottom < other.top * self.bottom

    def __le__(self, other):
        return self < other or self == other

    def __hash__(self):
        return hash((self.top, self.bottom))

    def __repr__(self):
        return f"{self.top}/{self.bottom}"


m = Matrix([[1, 2], [3, 4]])
print(m)
print(m * m, 2 * m, -m, m ** 3, sep="\n--\n")
m[0, 1] += 10
print(m[0, 1], len(m), 12 in m, 99 in m, m == Matrix([[1, 12], [3, 4]]), m != Matrix([[0]]))
print((m + m).rows, [row for row in m])
half, third = Fraction(1, 2), Fraction(2, 6)
print(half + third, half - third, half * third, half / third, abs(Fraction(-3, 9)), -half)
print(sum([half, third, 1]), max(half, third), sorted([half, Fraction(3, 4), third]), half > third, third <= 1)
print({half: "half"}[Fraction(2, 4)], half == Fraction(3, 6), half in [third, Fraction(4, 8)], bool(half - half))
try:
    half / (third - third)
except ZeroDivisionError as error:
    print(error)
