def divide(a, b):
    try:
        print(a / b)
    except ZeroDivisionError as error:
        print("ZeroDivisionError:", error)


divide(1, 0)
divide(1.0, 0)
divide(0, 5)
try:
    print(1 // 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(1 % 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(1.0 // 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(1.5 % 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(0**-1)
except ZeroDivisionError as error:
    print(error)
try:
    print(divmod(3, 0))
except ZeroDivisionError as error:
    print(error)
try:
    print(1 << -1)
except ValueError as error:
    print(error)
try:
    print(1e308 * 10 // 1, 10.0**400)
except OverflowError as error:
    print("overflow")
