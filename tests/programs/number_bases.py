for n in (0, 1, 10, 255, -255, 4096, 2 ** 64):
    print(n, bin(n), oct(n), hex(n), f"{n:b}", n.bit_length(), n.bit_count())
print(int("ff", 16), int("0xff", 16), int("0b101", 2), int("0o17", 8), int("0x1f", 0), int("z", 36), int(" 42 "), int("-7"), int("+7"), int("1_000"), int("-0b11", 0))
print(0xFF, 0b1010, 0o17, 1_000_000, 0xdead_beef, 1e3, 1_0.5, .5, 1E-2)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1000 >> 3, -5 >> 1, -1 >> 100, -5 & 0xFF, True & False, True | 2, True ^ True)
def digits(n, base):
    result = []
    while n:
        n, digit = divmod(n, base)
        result.append("0123456789abcdef"[digit])
    return "".join(reversed(result)) or "0"
print([digits(n, base) for n in (0, 255, 1000) for base in (2, 7, 16)], [int(digits(1000, base), base) for base in range(2, 17)] == [1000] * 15)
for attempt in (lambda: int("2", 2), lambda: int("0x1"), lambda: int("1__0"), lambda: int("_1"), lambda: int("1", 1), lambda: int(5, 2), lambda: int("", 2), lambda: int("08", 0), lambda: 1 << -1, lambda: 1.5 & 1, lambda: bin(1.0), lambda: hex("a"), lambda: 1 >> "a"):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
