class ConfigError(Exception):
    pass

def read(settings, key):
    try:
        return int(settings[key])
    except KeyError as error:
        raise ConfigError(f"no {key}") from error
    except ValueError as error:
        raise ConfigError(f"bad {key}") from None

settings = {"port": "80", "level": "high"}
for key in ("port", "host", "level"):
    try:
        print(key, read(settings, key))
    except ConfigError as error:
        print(key, error, repr(error.__cause__))

try:
    try:
        raise ValueError("first")
    except ValueError as error:
        kept = error
        raise
except ValueError as error:
    print(error is kept, error)
try:
    raise KeyError("k") from TypeError
except KeyError as error:
    print(error, repr(error.__cause__))
for wrong in (5, "text", None, int, [ValueError]):
    try:
        raise wrong
    except TypeError as error:
        print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    error
except NameError as problem:
    print(problem)
