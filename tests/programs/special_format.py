class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        if spec == "f":
            return f"{self.degrees * 9 / 5 + 32:.1f}°F"
        if spec.startswith("."):
            return format(self.degrees, spec) + "°C"
        return f"{self.degrees}°C"

    def __str__(self):
        return "str of it"

    def __repr__(self):
        return f"Celsius({self.degrees})"


class Bad:
    def __format__(self, spec):
        return 5


class Plain:
    def __str__(self):
        return "plain"


t = Celsius(21.456)
print(f"{t} | {t:f} | {t:.1f} | {t!s} | {t!r} | {t!s:>12}|")
print("{} {:f} {0}".replace("{0}", "{:.2f}").format(t, t, t), format(t), format(t, "f"))
print("{:>{w}}|{t:f}".format("x", w=4, t=t), "%s %r" % (t, t), str(t))
width = 10
print(f"{str(t):{width}}|", [t], {"k": t}, (t,))
try:
    print(f"{Bad()}")
except TypeError as error:
    print(error)
try:
    print(f"{Plain():>10}")
except TypeError as error:
    print(error)
print(f"{Plain()}|{str(Plain()):>8}|{Plain()!s:^9}|")
