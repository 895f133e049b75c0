print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5))
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2))
print(round(1234.5678, 2), round(1234.5678, 0), round(1234.5678, -2))
print(round(7), round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(25, -1))
print(round(3.7), round(-3.7), round(1e20))
print(round(5.0), round(5.0, 1), round(True))
print(round(0.1 + 0.2, 10), round(1 / 3, 4))
try:
    round(float("nan"))
except ValueError as error:
    print(error)
try:
    round(float("inf"))
except OverflowError as error:
    print(error)
