log = []

def work(kind):
    try:
        log.append(f"start {kind}")
        if kind == "value":
            raise ValueError("bad")
        if kind == "key":
            return {}["k"]
        if kind == "return":
            return "returned"
    except ValueError as error:
        log.append(f"caught {error}")
        return "handled"
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "end"

for kind in ("none", "value", "return", "key"):
    try:
        log.append(work(kind))
    except KeyError as error:
        log.append(f"outside {error}")
    print(log)
    log.clear()

def overrides():
    for n in range(3):
        try:
            if n == 1:
                return n
        finally:
            print("cleanup", n)

def swallow():
    while True:
        try:
            raise RuntimeError("lost")
        finally:
            break
    return "swallowed"

print(overrides(), swallow())
