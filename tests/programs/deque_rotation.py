from collections import deque

line = deque(["ana", "leo", "eva"])
line.append("sol")
line.appendleft("max")
print(line, len(line), line[0], line[-1], line.popleft(), line.pop(), line)
line.rotate(1)
print(line)
line.rotate(-2)
print(list(line), line.count("leo"), line.index("eva"), "ana" in line)
line.extend("xy")
line.extendleft("ab")
print(line)
line.remove("x")
line.reverse()
line.insert(1, "new")
print(line, line.copy() == line, list(reversed(line)))
last = deque(range(10), maxlen=3)
print(last, last.maxlen, deque().maxlen)
last.append(10)
last.appendleft(6)
print(last, sum(last), deque([1, 2]) + deque([3]), deque([1]) * 2, deque([1, 2]) < deque([1, 3]))
del line[0]
line[0] = "first"
line.clear()
print(line, bool(line))
for attempt in (lambda: line.pop(), lambda: line.popleft(), lambda: last[5], lambda: last.remove(99), lambda: last.index(99), lambda: last.insert(1, 1), lambda: deque(5), lambda: hash(last), lambda: last["a"], lambda: deque([], -1)):
    try:
        print(attempt())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
