class A:
    pass


class B:
    pass


a = A()
values = [1, True, 1.5, "s", [1], (1,), {}, set(), None, range(1), a]
types = [int, bool, float, str, list, tuple, dict, set, range, A, B]
for value in values:
    row = ""
    for kind in types:
        row += "X" if isinstance(value, kind) else "."
    print(row)
print(isinstance(1, (str, int)), isinstance("a", (int, float)), isinstance(a, (B, A)))
error = KeyError("k")
print(isinstance(error, KeyError), isinstance(error, LookupError), isinstance(error, Exception))
print(isinstance(error, IndexError), isinstance(ValueError(), (KeyError, ValueError)))
print(int, str, ValueError, A is B, A is A)
