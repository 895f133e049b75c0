try:
    try:
        print([1, 2, 3][5])
    except IndexError as error:
        print("first", error)
        raise
except LookupError as error:
    print("second", error)
    raise RuntimeError("third")
