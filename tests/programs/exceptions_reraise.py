def log(message):
    print("log:", message)


def risky(value):
    try:
        return 10 // value
    except ZeroDivisionError:
        log("re-raising")
        raise


def chain(value):
    try:
        return risky(value)
    except ArithmeticError as error:
        log("chain saw " + str(error))
        raise error


try:
    chain(0)
except ZeroDivisionError as error:
    print("caught", error)
print(chain(3))
saved = None
try:
    raise ValueError("kept")
except ValueError as error:
    saved = error
try:
    raise saved
except ValueError as error:
    print(error is saved, error)
try:
    print(error)
except NameError as problem:
    print(problem)
for attempt in range(3):
    try:
        if attempt < 2:
            raise RuntimeError(f"attempt {attempt}")
        print("done", attempt)
    except RuntimeError as error:
        print(error)
        continue
    print("after", attempt)
try:
    raise 5
except TypeError as error:
    print(error)
