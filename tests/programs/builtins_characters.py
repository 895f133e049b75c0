# chr, ord, bin, oct, hex, ascii, format, callable
print([chr(point) for point in (65, 241, 128512)], [ord(letter) for letter in "Añ😀"])
print(bin(10), bin(-3), oct(8), hex(255), hex(True))
print(ascii("ñandú"), ascii(["é", 1]))
print(format(3.14159, ".2f"), format(255, "b"), format("a", ">5"), format(None), format(True, "d"))
print(list(map(ord, "abc")), "".join(map(chr, [72, 111, 108, 97])))
print(callable(len), callable(int), callable("a".upper), callable(lambda: 1), callable(5), callable("a"))


class Account:
    def __init__(self):
        self.balance = 0


print(callable(Account), callable(Account()))

for attempt in (
    lambda: chr(-1),
    lambda: chr(0x110000),
    lambda: chr("a"),
    lambda: ord("ab"),
    lambda: ord(1),
    lambda: hex(1.5),
    lambda: format([1], "5"),
    lambda: format(1, 2),
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
