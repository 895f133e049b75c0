a = [1]
b = a
c = [1]
print(a is b, a is c, a == c)
b.append(2)
print(a, c)
x = None
print(x is None, x is not None, x == None)
s = (1, 2)
t = s
print(s is t)


def modify(items, number, text):
    items.append("changed")
    number += 1
    text += "!"


items = []
number = 1
text = "hola"
modify(items, number, text)
print(items, number, text)
row = [0, 0]
grid = [row, row, row[:]]
row[0] = 5
print(grid, grid[0] is grid[1], grid[0] is grid[2])
d = {"l": a}
d["l"].append(3)
print(a, d["l"] is a)
true = 1 == 1
print(true is True, (not true) is False, [] is [])
copy = list(a)
print(copy == a, copy is a)
