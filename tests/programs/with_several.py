from threading import Lock, RLock, Semaphore


class Step:
    def __init__(self, name, swallow=False, fail=False):
        self.name = name
        self.swallow = swallow
        self.fail = fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail:
            raise ValueError("no entry for " + self.name)
        return self.name.upper()

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow


with Step("a") as a, Step("b") as b:
    print(a, b)
with Step("outer", swallow=True) as o:
    with Step("inner"):
        raise KeyError("lost")
print("after", o)
with Step("x", swallow=True), Step("y", fail=True) as y:
    print("never")
try:
    with Step("p"), Step("q"):
        1 / 0
except ZeroDivisionError as error:
    print("caught", error)


def leave(how):
    for n in range(3):
        with Step(f"{how}{n}"):
            if how == "return":
                return n
            if how == "break":
                break
            if how == "continue":
                continue
            print("body")
    return "end"


print(leave("return"), leave("break"), leave("continue"))
lock, again, gate = Lock(), RLock(), Semaphore(1)
with lock as got, again as inner, again, gate as opened:
    print(got, inner, opened, lock.locked(), gate.acquire(blocking=False))
print(lock.locked(), gate.acquire(blocking=False))
try:
    with lock:
        raise RuntimeError("inside")
except RuntimeError as error:
    print(error, lock.locked())


class Replace:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is ValueError:
            raise KeyError("instead") from error


try:
    with Replace():
        raise ValueError("first")
except KeyError as error:
    print(repr(error), repr(error.__cause__))
for wrong in (5, object()):
    try:
        with wrong:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
