def value_is_fixed():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)


def nested():
    try:
        try:
            return "inner"
        finally:
            print("first")
    finally:
        print("second")


def return_in_except():
    for i in range(3):
        try:
            [][i]
        except IndexError:
            return i
        finally:
            print("still runs")


print(value_is_fixed(), nested(), return_in_except())
