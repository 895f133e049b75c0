for a in (True, False):
    for b in (True, False):
        print(a, b, a and b, a or b, not a, a != b, a == b, a ^ b, a & b, a | b, a <= b)
print(0 or "x", "" or [] or None, 1 and 2 and 3, 1 and 0 and 3, not "", not [0], None or 0, [] and 1, 5 and "")
def seen(value):
    print("evaluates", value)
    return value
print(seen(0) and seen(1), seen(2) or seen(3), seen(1) < seen(5) < seen(3) < seen(9))
for value in (0, 0.0, "", " ", [], [0], (), (None,), {}, {0: 0}, set(), {0}, None, "False", range(0), b"", b"0", 0 * 5, -1, 1e-300, frozenset(), print):
    print(bool(value), "yes" if value else "no", end="; ")
print()
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, 1 == 1.0 == True, "a" < "b" <= "b", 1 != 2 != 1, (1 < 2) < 3, None is None is not True)
print(True + True, True * 5, sum([True, False, True]), [10, 20][True], "ab"[False], int(True), str(True), isinstance(True, int), type(True), True == 1)
print(any([]), all([]), any([0, "", 3]), all([1, "", 3]), not (1 and 0) or 5, 1 if 0 else 2 if 0 else 3, [] == False, 0 == False, None == False)
