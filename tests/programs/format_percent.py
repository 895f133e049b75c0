print("%d %i %u|%5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5, 6, 7, 8))
print("%x %X %o %#x %#o %#X|%5x|%-5X|" % (255, 255, 8, 255, 8, 255, 10, 11))
print("%f %.2f %8.3f|%-8.1f|%08.2f|%+.1f|%e %.1E %g %G" % (1.5, 2.345, 3.14159, 2.5, -1.5, 9.99, 12345.678, 0.00012, 1e-10, 1e20))
print("%s %r %a|%5s|%-5s|%.2s|%5.1s|" % ("x", "x", "ñ", "ab", "cd", "efg", "hij"))
print("%c%c %%" % ("A", 66), "100%%" % (), "%s" % "one", "%s" % ["list"], "%s %s" % ("a", ("b",)), "%s" % ((1, 2),))
print("%(name)s is %(age)03d" % {"name": "eva", "age": 7}, "%(x)s %(x)r" % {"x": "q"}, "%s" % {"a": 1})
print("%*d|%-*d|%.*f" % (5, 42, 6, 7, 2, 3.14159), "%d" % 3.99, "%d" % True, "%s" % None, "%5s%%" % 50)
print("%d" % 10 ** 25, "%x" % 2 ** 70, "%.0f %.0f" % (0.5, 1.5), "%s %s" % (1.0, 1e100), "%5.2f%%" % 99.5)
for template, value in (
    ("%d", "a"), ("%d", None), ("%x", 1.5), ("%f", "a"), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%d %d", 1), ("%d", (1, 2)),
    ("%s", ()), ("%", 1), ("%q", 1), ("%(a)s", {}), ("%(a)s", 5), ("%(a", {"a": 1}), ("x", 1), ("x", (1,)), ("%s %(a)s", {"a": 1}), ("%*d", ("a", 1)), ("%5", 1), ("%d", [1]),
):
    try:
        print(repr(template), repr(template % value))
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        print(repr(template), type(error).__name__, error)
