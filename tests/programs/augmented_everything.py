class Box:
    total = 10

    def __init__(self):
        self.items = [1]


n = 100
n += 5
n -= 1
n *= 2
n //= 3
n %= 50
n **= 2
n <<= 2
n >>= 1
n |= 5
n &= 0xFF
n ^= 3
print(n)
n /= 4
print(n)
text = "ab"
text += "c"
text *= 2
print(text)
items = same = [1]
items += (2, 3)
items *= 2
print(items, same is items)
items = items + [9]
print(same is items, same)
names = letters = {"a"}
names |= {"b"}
names -= {"a"}
names ^= {"b", "c"}
names &= {"c", "d"}
print(names, letters is names)
table = other = {"x": 1}
table |= {"y": 2}
table["x"] += 10
table["z"] = table.get("z", 0) + 1
print(table, other is table)
pair = (1,)
kept = pair
pair += (2,)
print(pair, kept)
box = Box()
box.total += 1
box.items += [2]
box.items[0] -= 5
print(box.total, Box.total, box.items)
Box.total *= 3
print(Box.total, box.total, Box().total)
grid = [[0] * 3 for _ in range(2)]
grid[1][2] += 7
grid[-1][0] -= 1
print(grid)
nested = {"list": [1, [2, 3]], "n": {"m": 0}}
nested["list"][1][0] **= 5
nested["n"]["m"] |= 6
print(nested)
order = []


def key(name, value):
    order.append(name)
    return value


data = {"k": [1, 2]}
data[key("outer", "k")][key("inner", 1)] += key("value", 40)
print(order, data)
fixed = ([1], 2)
try:
    fixed[0] += [5]
except TypeError as error:
    print(error, fixed)
for code in (lambda: None,):
    try:
        items["a"] += 1
    except TypeError as error:
        print(error)
try:
    table["absent"] += 1
except KeyError as error:
    print(repr(error))

def local():
    try:
        n += 1
    except UnboundLocalError as error:
        print(error)
    else:
        n = 0


local()
a = b = c = []
a.append(1)
x, y = y, x = 1, 2
print(a, b is c, x, y)
i = 0
spots = [0, 0, 0]
i, spots[i] = 2, 5
print(i, spots)
