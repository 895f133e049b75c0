def yes(name):
    print("yes", name)
    return True


def no(name):
    print("no", name)
    return False


print(yes("a") and no("b") and yes("c"))
print(no("a") or yes("b") or no("c"))
print(no("a") and yes("b") or yes("c"))
print(yes("a") or no("b") and no("c"))
print(not no("a") and yes("b"))
x = yes("cond") if no("test") else no("other")
print(x)
if yes(1) and no(2) or yes(3):
    print("in")
data = {}
print("k" in data and data["k"] > 5)
print(all([yes("p"), no("q"), yes("r")]))
result = []
result.append(1) or result.append(2)
print(result)
