for a in (7, -7, 7.5, -7.5, 0):
    for b in (2, -2, 2.5, -2.5):
        print(a, b, a / b, a // b, a % b, divmod(a, b))
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 0.5, 0 ** 0, 0.0 ** 0, pow(3, 4, 5), pow(3, -1, 7), pow(2, 100, 1000007), 10 ** 20 // 3, -10 ** 20 // 3, 10 ** 20 % -7)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5, -2), round(15, -1), round(25, -1), round(7), round(1e20), round(0.5), round(2.5, 0), round(-0.4))
print(abs(-3), abs(-2.5), abs(True), int(3.99), int(-3.99), float(3), float("1e5"), float(" inf "), float("-0"), int("12") + float("0.5"), True + True, 1 == 1.0, 0.1 + 0.2 == 0.3)
print(1e308 * 10, -1e308 * 10, 1e-320, 5e-324 / 2, float("nan") == float("nan"), float("inf") - float("inf"), float("inf") > 10 ** 400, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 16 == 1e16)
print((2.5).is_integer(), (2.0).is_integer(), (7).bit_length(), sum([0.1] * 10), sum([0.1] * 10) == 1.0, min(1, 1.0), max(1, 1.0), min(-0.0, 0.0))
