class Counter:
    created = 0

    def __init__(self, start=0, step=1):
        self.value, self.step = start, step
        Counter.created += 1

    def next(self):
        self.value += self.step
        return self.value

a, b = Counter(), Counter(10, step=5)
print(a.next(), a.next(), b.next(), Counter.created, a.created, a.value + b.value)
a.created = 99
print(a.created, b.created, Counter.created)
del a.created
print(a.created)
Counter.step = 7
print(a.step, b.step)
del a.step
print(a.step, a.next())
step = b.next
print(step(), step(), b.value, Counter.next(b))
for attempt in (lambda: a.missing, lambda: Counter.missing, lambda: Counter(1, 2, 3), lambda: a.next(1), lambda: Counter.next(), lambda: a()):
    try:
        print(attempt())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
