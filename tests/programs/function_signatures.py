def f(a, b=2, *rest, c, d=4, **options):
    return a, b, rest, c, d, options

def g(a, /, b, *, c=0):
    return a, b, c

print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(c=1, a=2), g(1, 2), g(1, b=2, c=3), sep="\n")
def nothing(): pass
for attempt in (
    lambda: f(), lambda: f(1), lambda: f(1, a=2, c=3), lambda: f(1, c=3, **{"c": 4}), lambda: f(**5), lambda: f(**{1: 2}),
    lambda: g(), lambda: g(1), lambda: g(a=1, b=2), lambda: g(1, 2, 3), lambda: g(1, 2, d=3), lambda: g(1, 2, b=3), lambda: nothing(1), lambda: nothing(x=1), lambda: nothing(1, 2),
    lambda: (lambda x: x)(), lambda: (lambda x, y, z: x)(1), lambda: (lambda *, k: k)(), lambda: (lambda *, k, m: k)(), lambda: (lambda x=1: x)(1, 2), lambda: len(), lambda: len(1, 2), lambda: print(end=5), lambda: sorted(), lambda: abs(1, 2), lambda: int("1", bas=2),
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
