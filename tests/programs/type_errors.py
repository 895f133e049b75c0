def show(error):
    print(isinstance(error, TypeError), error)


number = 5
letters = [1, 2]
try:
    1 + "a"
except TypeError as error:
    show(error)
try:
    "a" + 1
except TypeError as error:
    show(error)
try:
    [1] + (2,)
except TypeError as error:
    show(error)
try:
    -"a"
except TypeError as error:
    show(error)
try:
    "a" < 1
except TypeError as error:
    show(error)
try:
    None + 1
except TypeError as error:
    show(error)
try:
    "a" * "b"
except TypeError as error:
    show(error)
try:
    len(5)
except TypeError as error:
    show(error)
try:
    for x in 5:
        pass
except TypeError as error:
    show(error)
try:
    number[0]
except TypeError as error:
    show(error)
try:
    number()
except TypeError as error:
    show(error)
try:
    letters["a"]
except TypeError as error:
    show(error)
try:
    {}[[]] = 1
except TypeError as error:
    show(error)
