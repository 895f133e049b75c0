print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1.0 == True)
print(1 < 2 > 1, 5 != 4 != 5, 1 <= 1 < 1)


def show(value):
    print("evaluated", value)
    return value


print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print(show(1) == show(1) in [show(1), show(2)])
a = [1]
b = [1]
c = a
print(a == b, a is b, a is c, a is not b, None is None, True is True)
print(1 == "1", None == 0, [] == (), "" == None, 0 == False, "a" != 1)
print("a" < "b" <= "b", (1, 2) < (1, 3), [1, 2] >= [1, 2])
print(not 1 == 2, not (1 < 2), not None)
print(1 in [1, 2] and 2 in (1, 2), "b" in "abc", 1 in {1: 2}, 1 in {1, 2})
x = 5
print(0 <= x < 10, 0 <= x and x < 3)
