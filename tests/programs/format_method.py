print("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{name} {n}".format(name="x", n=3), "{0} {k}".format(1, k=2))
print("{0[1]} {0[0]}".format([10, 20]), "{d[key]} {d[2]}".format(d={"key": "v", 2: "two"}), "{0.real}".format(5))
print("{:>5}|{:<5}|{:^5}".format(1, 2, 3), "{0:{1}}|{0:>{w}}".format("a", 4, w=6), "{:{}.{}f}".format(3.14159, 8, 2))
print("{!r} {!s} {!a}".format("ñ", "ñ", "ñ"), "{0!r:>6}".format("a"), "{{}} {{{}}}".format(1))
print("{:%}".format(0.25), "{:,}".format(12345), "{:x}".format(255), "{:c}".format(65), "{:08.3f}".format(3.14159))
print("{a}{b}".format(**{"a": 1, "b": 2}), "{}{}".format(*"xy"), "".format(), "{}".format([1, "a"]), "{}".format(None))
for template, arguments, options in (
    ("{}", (), {}),
    ("{0} {}", (1, 2), {}),
    ("{} {0}", (1, 2), {}),
    ("{x}", (), {}),
    ("{1}", (1,), {}),
    ("{", (), {}),
    ("}", (), {}),
    ("{0", (1,), {}),
    ("{0!}", (1,), {}),
    ("{0!x}", (1,), {}),
    ("{0!rr}", (1,), {}),
    ("{0[}", ([1],), {}),
    ("{0[a]}", ([1],), {}),
    ("{0[5]}", ([1],), {}),
    ("{0[k]}", ({},), {}),
    ("{0.nothing}", (1,), {}),
    ("{:d}", ("a",), {}),
    ("{:Q}", (1,), {}),
    ("{0[]}", ([1],), {}),
):
    try:
        print(repr(template), template.format(*arguments, **options))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        print(repr(template), type(error).__name__, error)
