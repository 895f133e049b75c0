class AppError(Exception):
    """Base of the program's errors."""


class Overdrawn(AppError):
    def __init__(self, owner, missing):
        super().__init__(owner, missing)
        self.owner = owner
        self.missing = missing

    def __str__(self):
        return f"{self.owner} lacks {self.missing}"


class Plain(AppError):
    code = 7


def raising(error):
    raise error


def classify(error):
    try:
        raising(error)
    except (KeyError, IndexError) as e:
        return "lookup", e.args
    except Overdrawn as e:
        return e.owner, e.missing, str(e), repr(e), e.args
    except AppError as e:
        return "app", str(e), getattr(e, "code", None)
    except ArithmeticError:
        return "arithmetic"
    except Exception as e:
        return type(e).__name__, e.args, str(e), repr(e)
    else:
        return "fine"
    finally:
        print("<", end="")


for error in (KeyError("k"), IndexError(1, 2), Overdrawn("Ana", 5), Plain, Plain("p"), ZeroDivisionError(), OverflowError("big"), ValueError("a", "b"), RuntimeError, StopIteration(3), AssertionError("no")):
    print(">", classify(error))


def nested():
    try:
        try:
            int("x")
        except ValueError as first:
            try:
                [][1]
            except IndexError as second:
                raise KeyError("third") from second
            finally:
                print("inner finally")
    except KeyError as e:
        return e.__cause__, type(e.__cause__).__name__
    finally:
        print("outer finally")


print(nested())


def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


def chain():
    try:
        reraise()
    except ArithmeticError as e:
        error = e
    return repr(error)


print(chain())


def loop():
    results = []
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            results.append(10 // n)
        except ZeroDivisionError:
            results.append("zero")
        else:
            results.append("else")
        finally:
            results.append(n)
    else:
        results.append("never")
    return results


print(loop())


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    for n in range(3):
        try:
            raise ValueError(n)
        finally:
            continue
    return n


print(override(), swallow())
for statement in (lambda: raising(5), lambda: raising("text"), lambda: raising(int), lambda: raising(None)):
    try:
        statement()
    except TypeError as e:
        print(e)
try:
    try:
        raise ValueError("x")
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    assert 1 == 2, ["details", 3]
except AssertionError as e:
    print(e.args, repr(e))
try:
    assert not []
    assert 0
except AssertionError as e:
    print(repr(str(e)))
print(issubclass(Overdrawn, AppError), isinstance(Plain(), Exception), Exception("a") == Exception("a"), str(Exception()), str(Exception(1, "b")), str(KeyError("a")), repr(OSError(2, "gone")))
print(isinstance(FileNotFoundError(), OSError), BaseException.__name__, isinstance(KeyboardInterrupt(), Exception))
try:
    exit_code = 3
    raise SystemExit(exit_code)
except SystemExit as e:
    print(e.code, repr(e))
