print(1, 2, 3, sep="-")
print("a", "b", sep="")
print("no newline", end="")
print(" continued", end="!\n")
print()
print("", end="")
print("a\nb")
print(1, "a", None, True, 2.0, [1], (2,), {3: 4}, {5})
print("x", end=" ")
print("y", end="\t|\n")
print(sep=",")
print("a", "b", sep=None, end=None)
print(print("inner"))
print("flushed", flush=True)
try:
    print("a", sep=1)
except TypeError as error:
    print(error)
try:
    print("before", [1], 10**5000, "after")
except ValueError:
    print("too long")
