try:
    print(undefined)
except NameError as error:
    print(error)


def uses_later():
    return later


try:
    uses_later()
except NameError as error:
    print(error)
later = 5
print(uses_later())


def unbound():
    print(value)
    value = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)


def conditional(flag):
    if flag:
        x = 1
    return x


print(conditional(True))
try:
    conditional(False)
except NameError as error:
    print(error)
try:
    (5).missing
except AttributeError as error:
    print(error)
try:
    None.value
except AttributeError as error:
    print(error)
try:
    "a".push("b")
except AttributeError as error:
    print(error)
try:
    defined_last()
except NameError as error:
    print(error)
undefined = 0


def defined_last():
    return undefined


print(defined_last())
