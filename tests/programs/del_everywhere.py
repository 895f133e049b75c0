items = [0, 1, 2, 3, 4]
del items[1], items[-1]
print(items)
table = {"a": {"b": [1, 2, 3]}, "c": 0}
del table["a"]["b"][0], table["c"]
print(table)
class Point: pass
point = Point()
point.x, point.y = 1, 2
del point.x
try:
    point.x
except AttributeError as error:
    print(error)
alias = items
del items
print(alias)
a, b = 1, 2
del a, b
del (alias[0], alias[0])
print(alias)
tests = {
    "index": lambda: delete(alias, 9),
    "key": lambda: delete({}, "k"),
    "tuple": lambda: delete((1,), 0),
    "text": lambda: delete("abc", 0),
    "number": lambda: delete(5, 0),
    "range": lambda: delete(range(3), 0),
    "set": lambda: delete({1}, 1),
}
def delete(container, key):
    del container[key]
for name, test in tests.items():
    try:
        print(name, test())
    except (IndexError, KeyError, TypeError) as error:
        print(name, type(error).__name__, error)
try:
    del point.z
except AttributeError as error:
    print(error)
try:
    a
except NameError as error:
    print(error)
