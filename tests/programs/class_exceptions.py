"""Exceptions of the program: arguments, text, matching by base class, causes."""


class BankError(Exception):
    """Base of all."""


class NotEnough(BankError):
    def __init__(self, needed, available):
        super().__init__(f"needed {needed}, available {available}")
        self.needed = needed
        self.available = available

    def missing(self):
        return self.needed - self.available


class Frozen(BankError):
    pass


class Code(ValueError):
    code = 42

    def __str__(self):
        return "code " + str(self.code)


class Odd(KeyError):
    pass


class Silent(Exception):
    def __init__(self, text):
        self.text = text


class Chatty(Exception):
    def __init__(self, *args, level=1):
        Exception.__init__(self, *args)
        self.level = level

    def __repr__(self):
        return f"Chatty<{self.level}>"


def attempt(action):
    try:
        action()
    except NotEnough as error:
        print("not enough:", error, error.needed, error.available, error.missing(), error.args)
    except BankError as error:
        print("bank:", type(error).__name__, error, repr(error), error.args)
    except (Code, LookupError) as error:
        print("other:", error, repr(error), error.args, isinstance(error, ValueError))
    except Exception as error:
        print("any:", type(error).__name__, str(error), repr(error), error.args)
    else:
        print("fine")


def throw(error):
    raise error


attempt(lambda: throw(NotEnough(10, 3)))
attempt(lambda: throw(Frozen))
attempt(lambda: throw(Frozen()))
attempt(lambda: throw(Frozen("closed")))
attempt(lambda: throw(Frozen("closed", 7)))
attempt(lambda: throw(BankError("x")))
attempt(lambda: throw(Code("hidden")))
attempt(lambda: throw(Odd("key")))
attempt(lambda: throw(Odd("a", "b")))
attempt(lambda: throw(Silent("shh")))
attempt(lambda: throw(Chatty("a", 2, level=3)))
attempt(lambda: throw(Chatty()))
attempt(lambda: throw(ValueError("plain")))
attempt(lambda: throw(NotEnough(1)))
attempt(lambda: throw(Frozen(text="no")))
attempt(lambda: throw(BankError))
attempt(lambda: None)
attempt(lambda: throw(object()))
attempt(lambda: throw(BankAccount))


class BankAccount:
    pass


attempt(lambda: throw(BankAccount))
print(issubclass(NotEnough, Exception), issubclass(Odd, LookupError), isinstance(Code(), BaseException))
print(issubclass(NotEnough, (ValueError, BankError)), NotEnough, NotEnough.__name__)
try:
    try:
        raise Frozen("inner")
    except BankError as error:
        raise NotEnough(5, 2) from error
except NotEnough as error:
    print(error, "because of", repr(error.__cause__))
try:
    try:
        raise Frozen("inner")
    except BankError:
        raise KeyError("outer") from None
except KeyError as error:
    print(repr(error), error.__cause__)
try:
    raise ValueError("a") from TypeError
except ValueError as error:
    print(repr(error.__cause__))
try:
    raise ValueError("a") from 5
except TypeError as error:
    print(error)
try:
    try:
        raise NotEnough(2, 1)
    finally:
        print("cleanup")
except BankError as error:
    kept = error
print(kept.missing(), str(kept))
try:
    raise kept
except NotEnough as error:
    print(error is kept)
    try:
        raise
    except BankError:
        print("again")
error = Frozen("args")
error.args = (1, 2)
print(error, error.args)
error.extra = "kept"
print(error.extra)
try:
    print(Frozen("a").extra)
except AttributeError as problem:
    print(problem)
try:
    try:
        1 / 0
    except BankAccount:
        pass
except TypeError as problem:
    print(problem)
print([str(e) for e in (Frozen("one"), Code("two"), Odd("three"), Silent("four"))])
print([Frozen("one"), Code("two"), Odd("three"), Chatty("x")])
print(f"{Frozen('f')} {Frozen('r')!r} {Code()}")
assert issubclass(Frozen, BankError)


class Retry(BankError):
    def __init__(self, message="try again", attempts=0):
        super().__init__(message)
        self.attempts = attempts

    def __str__(self):
        return f"{super().__str__()} ({self.attempts} attempts)"


class LastRetry(Retry):
    def __init__(self, attempts):
        super().__init__("gave up", attempts)


for error in (Retry(), Retry("m"), Retry(attempts=2), LastRetry(3)):
    try:
        raise error
    except Retry as caught:
        print(caught, caught.args, type(caught).__name__)
