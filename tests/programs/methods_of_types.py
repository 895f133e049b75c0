# Methods looked up on their types, and attributes that are no methods
print(str.upper("abc"), list(map(str.strip, [" a", "b "])), sorted(["b", "A", "c"], key=str.lower))
print("-".join(map(str.title, ["ana", "luis"])), int.bit_length(255), bool.bit_length(True))
numbers = [3, 1]
list.append(numbers, 2)
list.sort(numbers)
print(numbers, dict.get({"a": 1}, "a"), set.union({1}, {2}), tuple.count((1, 1, 2), 1))
print(str.upper == str.upper, list.append, set.add, str.join, [].append == [].append)

print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {}.fromkeys((3,), "x"))
table = str.maketrans("áé", "ae", "!")
print(table, "¡hóla, qué tál!".translate(table), "abc".translate({97: "AAA", 98: None, 99: 67}))
print(str.maketrans({"a": 1, 98: "z"}), "a b".isprintable(), "a\n".isprintable(), "".isprintable())

print((5).real, (5).imag, (5).numerator, (5).denominator, True.real, (2.5).real, (2.5).imag)
print((5).as_integer_ratio(), (2.5).as_integer_ratio(), (0.1).as_integer_ratio(), True.conjugate())
steps = range(1, 9, 3)
print(steps.start, steps.stop, steps.step, steps.index(4), steps.count(5), steps.count(4.0))
print({1: 2}.keys().isdisjoint([3]), {1: 2}.items().isdisjoint([(1, 2)]))
print("{0.real} {0.imag} {1.stop}".format(5, steps))

for error in (OSError(5, "no"), TimeoutError(110, "late"), OSError("plain")):
    print(repr(error), str(error), error.errno, error.strerror, error.args)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code)
try:
    raise TimeoutError("late")
except LookupError:
    print("lookup")
except OSError as error:
    print(type(error), error)

for attempt in (
    lambda: str.upper(),
    lambda: str.upper(1),
    lambda: str.upper("a", "b"),
    lambda: dict.fromkeys(),
    lambda: dict.fromkeys([[]]),
    lambda: str.maketrans("ab", "x"),
    lambda: str.maketrans({"ab": 1}),
    lambda: "a".translate({97: -1}),
    lambda: "a".translate({97: 1.5}),
    lambda: steps.index(5),
    lambda: float("nan").as_integer_ratio(),
    lambda: str.foo,
    lambda: len.foo,
    lambda: (5).foo,
):
    try:
        print(attempt())
    except (AttributeError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
