import threading


def f():
    pass


class C:
    def m(self):
        pass


for x in [None, f, C().m, len, threading, threading.Lock(), threading.RLock(), {}.keys(), reversed([]), reversed({}), C(), C, 1]:
    print(type(x))
print(type(None) is type(None), isinstance(None, type(None)), isinstance(1, type(None)), type(None)())
try:
    type(f)(1)
except TypeError:
    print("no function")
print(type([].append), type(enumerate([])), type(ValueError()), type(type(1)))
d = {1: 2}
d |= [(3, 4)]
d |= ""
print(d)
try:
    d |= 5
except TypeError as error:
    print(error)
try:
    d | [(3, 4)]
except TypeError as error:
    print(error)
for base in [1, 37, 10]:
    try:
        int(5, base)
    except (TypeError, ValueError) as error:
        print(error)
try:
    "a".replace(None, "b")
except TypeError as error:
    print(error)
try:
    "a".removeprefix(None)
except TypeError as error:
    print(error)
lock = threading.Lock()
try:
    lock.acquire(timeout=-2)
except ValueError as error:
    print(error)
for key in [0, "a", True, None]:
    try:
        del (1, 2)[key]
    except TypeError as error:
        print(error)
