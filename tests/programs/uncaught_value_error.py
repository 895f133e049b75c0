print("before")


def fail(n):
    if n == 0:
        raise ValueError("el final")
    fail(n - 1)


try:
    fail(2)
except ValueError as error:
    print("caught", error)
fail(1)
print("never")
