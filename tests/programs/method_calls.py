class Machine:
    def __init__(self):
        self.handler = None
        self.actions = []

    def run(self, n):
        return n * 2

    def register(self, function):
        self.actions.append(function)

    def fire(self, value):
        results = []
        for action in self.actions:
            results.append(action(value))
        return results

    def again(self, times, value=1):
        for _ in range(times):
            value = self.run(value)
        return value


def square(n):
    return n * n


m = Machine()
m.register(m.run)
m.register(square)
m.register(str)
print(m.fire(7), m.again(3), m.again(times=2, value=5))
m.handler = square
print(m.handler(9))
bound = m.again
print(bound(1), bound(value=3, times=1))
append = m.actions.append
append(abs)
print(m.fire(-2))
print("-".join(["a", "b"]).upper().split("-")[0].lower())
upper = "abc".upper
print(upper())
try:
    m.handler()
except TypeError as error:
    print(error)
try:
    m.nothing(1)
except AttributeError as error:
    print(error)
try:
    Machine.run(5)
except TypeError as error:
    print(error)
