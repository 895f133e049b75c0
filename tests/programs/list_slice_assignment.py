# Assignment to slices and their deletion; slices as objects
letters = list("abcdef")
letters[1:3] = ["X"]
print(letters)
letters[1:1] = range(3)
print(letters)
letters[::2] = "1234"[: len(letters[::2])]
print(letters)
letters[-1:] = []
letters[5:2] = [9]
print(letters)
letters[:] = [1, 2, 3, 4, 5, 6]
del letters[::2]
print(letters)
letters[1:] = (x * x for x in letters)
letters[::-1] = [1, 2, 3, 4][: len(letters)]
print(letters)
letters[0:2] += [7, 8]
letters[:0] = letters
print(letters)
del letters[10:], letters[:1], letters[::-3]
print(letters)
first, letters[1:2], letters[0] = "a", "bc", "d"
print(first, letters)

middle = slice(1, 3)
print(middle, slice(2), slice(None, None, -1), middle.start, middle.stop, middle.step)
print([1, 2, 3, 4][middle], "abcd"[middle], (1, 2, 3)[slice(None, None, -1)], range(9)[slice(1, 7, 2)])
print(middle == slice(1, 3), middle == slice(1), type(middle), isinstance(middle, slice))
letters[middle] = "zz"
del letters[slice(0, 1)]
print(letters)


def not_iterable():
    letters[0:1] = 5


def wrong_size():
    letters[::2] = [1]


def not_iterable_extended():
    letters[::2] = None


def zero_step():
    letters[::0] = [1]


def delete_zero_step():
    del letters[::0]


def wrong_bound():
    letters["x":] = []


def on_tuple():
    (1, 2)[0:1] = [3]


def delete_on_tuple():
    del (1, 2)[0:1]


def on_string():
    "abc"[0:1] = "x"


def on_dict():
    {}[0:1] = 2


def on_number():
    (5)[0:1] = 2


def hashed():
    {middle: 1}


for attempt in (
    not_iterable,
    wrong_size,
    not_iterable_extended,
    zero_step,
    delete_zero_step,
    wrong_bound,
    on_tuple,
    delete_on_tuple,
    on_string,
    on_dict,
    on_number,
    hashed,
):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(letters)
