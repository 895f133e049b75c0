import sys

print(sys.getrecursionlimit(), sys.getswitchinterval())
for seconds in (0.001, 1e-6, 0.25, 3, 1e-9):
    print(sys.setswitchinterval(seconds), sys.getswitchinterval())
for wrong in (0, -1, "fast"):
    try:
        sys.setswitchinterval(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(sys.getswitchinterval())


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(depth(0) > 900)
