"""Context managers of the program: what __enter__ gives, what __exit__ is told, exceptions it keeps back."""
import threading


class Trace:
    def __init__(self, name, keep=()):
        self.name = name
        self.keep = keep

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind if kind is None else kind.__name__, error, trace is None)
        return kind is not None and issubclass(kind, self.keep)


with Trace("plain") as context:
    print("inside", context.name)
with Trace("kept", (ValueError,)):
    raise ValueError("kept back")
print("goes on")
try:
    with Trace("passed", (KeyError,)):
        raise ValueError("passed on")
except ValueError as error:
    print("caught", error)
with Trace("outer", (ZeroDivisionError,)), Trace("inner") as inner:
    print(inner.name)
    print(1 // 0)
    print("never")


def leave(how):
    for number in range(3):
        with Trace(f"{how} {number}"):
            if how == "break":
                break
            if how == "return":
                return number
            if number == 0:
                continue
            print("body", number)
    return "end"


print(leave("break"), leave("return"), leave("continue"))


class Guard:
    """A lock with a count of its uses."""

    def __init__(self):
        self.lock = threading.Lock()
        self.uses = 0

    def __enter__(self):
        self.lock.acquire()
        self.uses += 1
        return self.uses

    def __exit__(self, *details):
        self.lock.release()


class LoudGuard(Guard):
    def __exit__(self, *details):
        print("leaving", len(details), details[0])
        return super().__exit__(*details)


guard = LoudGuard()
with guard as uses:
    print(uses, guard.lock.locked())
print(guard.lock.locked())
try:
    with guard as uses:
        raise RuntimeError("in guard")
except RuntimeError as error:
    print(error, uses, guard.lock.locked())


class Failing:
    def __enter__(self):
        raise KeyError("enter")

    def __exit__(self, *details):
        print("not called")


class FailingExit:
    def __enter__(self):
        return 5

    def __exit__(self, *details):
        raise OSError("exit failed")


class Half:
    def __enter__(self):
        return self


class Neither:
    pass


for maker in (Failing, FailingExit, Half, Neither, int):
    try:
        with maker() as value:
            print("value", value)
    except (KeyError, OSError, TypeError) as error:
        print(type(error).__name__, error)
try:
    with FailingExit():
        raise ValueError("first")
except OSError as error:
    print(error)
lock = threading.Lock()
try:
    with lock:
        raise ValueError("under a lock")
except ValueError as error:
    print(error, lock.locked())


class Timer:
    current = []

    def __enter__(self):
        Timer.current.append(self)

    def __exit__(self, kind, error, trace):
        Timer.current.pop()
        return 1


with Timer() as nothing:
    print(nothing, len(Timer.current))
    raise SystemExit
print(len(Timer.current))
