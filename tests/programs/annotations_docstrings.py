"""A module docstring is a statement without effect."""

limit: int = 10
name: str = "CP-1"


def scale(value: float, factor: float = 2.0) -> float:
    """Multiplies."""
    result: float = value * factor
    return result


class Point:
    kind: str = "point"

    def __init__(self, x: int, y: int) -> None:
        """Keeps both."""
        self.x: int = x
        self.y = y

    def total(self) -> int:
        return self.x + self.y


print(limit, name, scale(1.5), scale(2, factor=3))
print(Point(1, 2).total(), Point.kind)
if __name__ == "__main__":
    print("main")
"another string statement"
1 + 1
