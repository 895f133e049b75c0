# Equal keys are one key; the first stays
d = {1: "int", 1.0: "float", True: "bool"}
print(d, len(d), d[1], d[1.0], d[True])
d[0] = "zero"
d[False] = "false"
d[0.0] = "real"
d[-0.0] = "minus"
print(d)
d[2 ** 70] = "big"
d[float(2 ** 70)] = "float big"
print(d, d[2 ** 70])
d[(1, 2)] = "pair"
d[(1.0, True + 1)] = "same pair"
print(d[(1, 2)], len(d))
d[None] = 1
d["1"] = "text"
d[b"1"] = "bytes"
print(d["1"], d[b"1"], None in d, "None" in d)
nan = float("nan")
d[nan] = "nan"
print(d[nan], float("nan") in d, nan in d)
d[frozenset([1, 2])] = "frozen"
print(d[frozenset((2, 1, 1))])
for key in ([1], {}, {1}, (1, []), slice(1)):
    try:
        d[key] = 0
    except TypeError as error:
        print(error)
