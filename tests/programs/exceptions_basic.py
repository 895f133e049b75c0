def run(n):
    try:
        if n == 0:
            raise ValueError("cero")
        elif n == 1:
            return [][0]
        elif n == 2:
            return {}["k"]
        elif n == 3:
            raise RuntimeError
        elif n == 4:
            return 1 / 0
        print("no error", n)
    except ValueError as error:
        print("value", error)
    except (IndexError, KeyError) as error:
        print("lookup", error, isinstance(error, KeyError))
    except RuntimeError as error:
        print("runtime", str(error) == "", error.args)
    except Exception as error:
        print("other", error, isinstance(error, ZeroDivisionError))
    else:
        print("else", n)
    finally:
        print("finally", n)
    return "end"


for n in range(6):
    print(run(n))
try:
    raise ValueError("a", 2)
except ValueError as error:
    print(error, error.args)
try:
    raise KeyError("llave")
except LookupError as error:
    print(error)
try:
    assert 1 == 2, "uno no es dos"
except AssertionError as error:
    print(error)
try:
    assert []
except AssertionError as error:
    print(repr(str(error)))
assert True, "never"
