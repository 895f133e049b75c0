def with_return():
    try:
        return "try"
    finally:
        print("finally runs")


def overriding():
    try:
        return "try"
    finally:
        return "finally"


def swallowing():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def in_loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("never")
    return i


def break_in_finally():
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return i


print(with_return(), overriding(), swallowing(), in_loop(), break_in_finally())
while True:
    try:
        break
    finally:
        print("leaving")
