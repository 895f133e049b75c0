match = "match"
case = ["case"]
type = 3
print(match, case, type)


def use(match, case=None):
    return match, case


print(use(1), use(match=2, case=3))
case[0] = match
match += "!"
print(case, match)
del type
print(isinstance(1, int))
