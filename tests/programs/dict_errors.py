d = {"a": 1}
try:
    d["z"]
except KeyError as error:
    print(error, error.args)
try:
    d[5]
except KeyError as error:
    print(error)
try:
    del d["z"]
except KeyError as error:
    print(error)
try:
    d.pop("z")
except KeyError as error:
    print(error)
try:
    d.pop((1, 2))
except KeyError as error:
    print(error)
try:
    {}.popitem()
except KeyError as error:
    print(error)
try:
    d[[1]] = 2
except TypeError as error:
    print(error)
try:
    for key in d:
        d[key + "x"] = 1
except RuntimeError as error:
    print(error)
try:
    for key in d:
        del d[key]
except RuntimeError as error:
    print(error)
try:
    d < d
except TypeError as error:
    print(error)
for key in d:
    d[key] = 100
print(d)
for key in list(d):
    del d[key]
print(d)
