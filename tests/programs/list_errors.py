a = [1, 2]
try:
    a[2]
except IndexError as error:
    print(error)
try:
    a[-3] = 0
except IndexError as error:
    print(error)
try:
    del a[5]
except IndexError as error:
    print(error)
try:
    [].pop()
except IndexError as error:
    print(error)
try:
    a.pop(9)
except IndexError as error:
    print(error)
try:
    a.remove(7)
except ValueError as error:
    print(error)
try:
    a.index(7)
except ValueError as error:
    print(error)
try:
    a.push(1)
except AttributeError as error:
    print(error)
try:
    [1] < ["a"]
except TypeError as error:
    print(error)
try:
    [3, "a", 1].sort()
except TypeError as error:
    print(error)
try:
    a.extend(5)
except TypeError as error:
    print(error)
print(a)
