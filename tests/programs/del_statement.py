x = 5
del x
try:
    print(x)
except NameError as error:
    print(error)
a = [1, 2, 3, 4]
del a[0], a[-1]
print(a)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class Box:
    pass


box = Box()
box.value = 1
del box.value
try:
    print(box.value)
except AttributeError as error:
    print(error)
try:
    del box.value
except AttributeError as error:
    print("again")


def local():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        return str(error)


print(local())
p, q = 1, 2
del p, q
try:
    q
except NameError as error:
    print(error)
