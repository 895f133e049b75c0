print(int("42"), int(" -7 "), int("+5"), int("1_000"))
print(int(3.9), int(-3.9), int(True), int(False), int())
print(int("ff", 16), int("101", 2), int("z", 36))
print(float("1.5"), float("  -2e3 "), float("inf"), float("-inf"), float(7))
print(str(12), str(-0.5), str(True), str(None))
print(bool(0), bool(1), bool(""), bool(" "), bool([]), bool([0]), bool(0.0), bool(None))


def attempt(text):
    try:
        print(int(text))
    except ValueError as error:
        print("ValueError:", error)


attempt("12a")
attempt("")
attempt("3.5")
attempt("0x10")
try:
    float("abc")
except ValueError as error:
    print(error)
try:
    int([1])
except TypeError as error:
    print(error)
