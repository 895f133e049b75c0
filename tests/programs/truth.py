values = [0, 1, -1, 0.0, 0.5, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, range(0), range(1)]
for value in values:
    if value:
        print("true ", value)
    else:
        print("false", value)
print(not 0, not "", not [1], not not "a")
print(1 and 2, 0 and 2, 1 or 2, 0 or 2, "" or [] or None, 1 and "" and 3)
print("x" if [] else "y", 1 if 0 else 2 if 1 else 3)
print(any([0, "", 3]), any([]), all([1, 2]), all([]), all([1, 0]))
print(True and False or True, not True or True, True or False and False)
print(bool("False"), bool(0.1), int(not 5))
