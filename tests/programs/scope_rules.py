level = "module"
total = 0

def reads():
    return level

def hides():
    level = "local"
    return level, reads()

def changes():
    global level, total
    level = "changed"
    total += 1
    return level

def unbound():
    try:
        total += 1
    except UnboundLocalError as error:
        return str(error)

def outer():
    level = "outer"
    def middle():
        def inner():
            nonlocal level
            level += "!"
            return level
        return inner()
    return middle(), level

print(reads(), hides(), outer(), changes(), level, total, unbound())
for level in range(3):
    pass
print(level, reads())
def makes():
    global made
    made = [1]
makes()
print(made)
del made
try:
    made
except NameError as error:
    print(error)
def deleted():
    value = 1
    del value
    try:
        return value
    except UnboundLocalError as error:
        return error
print(deleted())
