def attempt(value, spec):
    try:
        return format(value, spec)
    except (ValueError, TypeError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


SPECS = ["", "d", "5", "<6", ">6", "^6", "*^7", "+", "-", " ", "05", "=+6", ",", "_", "x", "#x", "X", "#o", "b", "#b", "c", "n", "f", ".2f", "+.1e", "g", ".3g", "%", ".0%", "s", ".2s", "10.3", "010", "e", "E", "F", "G", "_x", "_b", ",d", ",.2f", "#", "z", "!", ">>5", "0<5", "é^5", "10s", "08.3f", "+08d", "#010x", "^+9.2f", ".", "5d ", "ll"]
VALUES = [0, 1, -42, 1234567, True, 0.0, -1.5, 1234567.891, 1e-7, 1e22, float("inf"), float("nan"), "text", "", None, [1], (1, 2), b"b", {"k": 1}]
for value in VALUES:
    print(repr(value), [attempt(value, spec) for spec in SPECS])

name, width, precision, number = "Ana", 8, 2, 3.14159
print(f"{name:>{width}}|{number:{width}.{precision}f}|{name!r:^{width + 2}}|{number:{'<10'}}|{width:{'0'}{5}}")
print(f"{name=} {width + 1=} {number=:.1f} {name=!s:>5} {name!a}", f"{'nested ' + f'{width}'}", f"{{}}{{{width}}}")
print("{:>8}|{:<8}|{:^8}".format("a", "b", "c"), "{0}{1}{0}".format("x", "y"), "{a}{b}".format(a=1, b=2), "{:{}}|{:.{p}f}".format(7, 4, 2.5, p=1))
print("{0[k]} {1.real} {2[0]}".format({"k": 5}, 9, "xyz"))
print("%s %r %d %5d %-5d| %05d %+d %x %#o %c %c %e %.3f %g %% %5.1f%%" % ("s", "r", 3.9, 42, 42, 42, 42, 255, 8, "c", 65, 12345.678, 2.5, 1e-5, 99.5))
print("%(name)s is %(age)d" % {"name": "Ana", "age": 30}, "%s" % (1,), "%s %s" % ([1], None), "%*d|%-*s|%.*f" % (5, 42, 4, "a", 1, 2.55))
for template, values in [("%d", "x"), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%z", 1), ("%d", None), ("%c", "ab"), ("%(k)s", {}), ("%", ()), ("%x", 1.5), ("%(k)s", 5)]:
    try:
        print(template % values)
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
for template, args in [("{}", ()), ("{0} {}", (1, 2)), ("{} {0}", (1,)), ("{a}", ()), ("{", ()), ("}", ()), ("{0.x}", (1,)), ("{0[5]}", ([1],)), ("{!z}", (1,)), ("{:d}", ("a",)), ("{:{:}}", (1, 2))]:
    try:
        print(template.format(*args))
    except Exception as error:
        print(type(error).__name__, error)
