# Three points stand for a body that does nothing.
import threading


class InsufficientFunds(Exception): ...


class Shape:
    sides: int = 0
    ...

    def area(self) -> float: ...

    def name(self):
        """Of the shape."""
        ...


class Square(Shape):
    ...


def later(a, b=1): ...


try:
    raise InsufficientFunds("5 < 7")
except InsufficientFunds as error:
    print(repr(error))
print(Shape().area(), Square().name(), later(1), Square.sides)
for _ in range(2): ...
if later(2): ...
else:
    print("nothing")
thread = threading.Thread(target=lambda: None)
with threading.Lock(): ...
print("end")
