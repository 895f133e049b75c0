try:
    int("twelve")
except ValueError as error:
    raise RuntimeError("bad file", 3) from error
