class Temperature:
    unit = "C"
    count = 0

    def __init__(self, degrees):
        self.degrees = degrees
        Temperature.count += 1

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9

    @property
    def text(self):
        return f"{self.degrees:.1f}{self.unit}"

    @staticmethod
    def freezing():
        return Temperature(0)

    @classmethod
    def of(cls, text):
        made = cls(float(text))
        made.source = cls.__name__
        return made

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"Temperature({self.degrees!r})"


class Kelvin(Temperature):
    unit = "K"

    def __init__(self, degrees, note=None):
        super().__init__(degrees)
        self.note = note

    @property
    def text(self):
        return "<" + super().text + ">"

    @classmethod
    def of(cls, text):
        made = super().of(text)
        made.note = "parsed"
        return made


def attempt(function):
    try:
        print(function())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


t = Temperature(100)
print(t, repr(t), t.fahrenheit, t.text, [t], Temperature.freezing(), t.freezing().degrees)
t.fahrenheit = 50
t.degrees += 5
t.fahrenheit -= 18
print(t.degrees, t.fahrenheit)
k = Kelvin.of("12.5")
print(k, k.source, k.note, k.unit, Temperature.unit, Kelvin.count, isinstance(k, Temperature), type(k).__name__)
print(Temperature.of("3").source, k.of("7").source, Kelvin(1, note="x").note)
Kelvin.unit = "kelvin"
k.unit = "own"
print(k, Kelvin(2), t)
del k.unit
print(k)


def store():
    t.text = "no"


def delete():
    del t.fahrenheit


attempt(store)
attempt(delete)
attempt(lambda: t.missing)
attempt(lambda: Temperature.freezing(1))
attempt(lambda: Temperature())
attempt(lambda: Kelvin(1, 2, 3))
attempt(lambda: Temperature.of())
attempt(lambda: k.of(text="4").degrees)
attempt(lambda: Temperature.text.__class__.__name__)
attempt(lambda: t())
print([m(k) for m in (Kelvin.__str__, str, repr)], Temperature.__str__(k), Temperature.fahrenheit is not None)
