class Counter:
    total = 0
    names = []
    limit = 2 + 3

    def __init__(self, name):
        self.name = name
        Counter.total += 1
        self.names.append(name)

    def shadow(self):
        self.total = 100

    def read(self):
        return self.total, Counter.total


a = Counter("a")
b = Counter("b")
print(Counter.total, a.total, b.total, Counter.names, a.names is b.names)
a.shadow()
print(a.total, b.total, Counter.total, a.read(), b.read())
Counter.total = 50
print(a.total, b.total)
b.total += 1
print(b.total, Counter.total)
print(Counter.limit, a.limit)
Counter.added = "new"
print(a.added, b.added)
del a.total
print(a.total)
try:
    Counter.missing
except AttributeError as error:
    print(error)


class Empty:
    pass


e = Empty()
e.x = 1
f = Empty()
f.x = 2
print(e.x + f.x)
