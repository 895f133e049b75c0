def inner(n):
    try:
        if n == 1:
            raise KeyError("uno")
        if n == 2:
            raise ValueError("dos")
        return "fine"
    except KeyError as error:
        print("inner caught", error)
        raise RuntimeError("from inner")
    finally:
        print("inner finally", n)


def outer(n):
    try:
        print("result", inner(n))
    except RuntimeError as error:
        print("outer runtime", error)
        try:
            raise IndexError("third")
        except IndexError as other:
            print("innermost", other, "after", error)
    except ValueError:
        print("outer re-raises")
        raise
    else:
        print("outer else")


for n in range(3):
    try:
        outer(n)
    except ValueError as error:
        print("top", error)
try:
    try:
        raise ValueError("first")
    finally:
        print("cleanup")
except ValueError as error:
    print(error)
try:
    try:
        raise ValueError("first")
    except KeyError:
        print("never")
except ValueError:
    print("passed on")
try:
    try:
        1 / 0
    finally:
        raise KeyError("replaces")
except KeyError as error:
    print(error)
