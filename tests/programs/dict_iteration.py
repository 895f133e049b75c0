# Loops over dicts, in order of insertion
ages = {}
for name, age in [("eva", 20), ("leo", 31), ("ana", 25)]:
    ages[name] = age
for name in ages:
    print(name, ages[name])
for name, age in ages.items():
    print(f"{name:>5}: {age:3}")
for position, (name, age) in enumerate(sorted(ages.items(), key=lambda pair: -pair[1]), start=1):
    print(position, name, age)
ages["eva"] = 21
print(list(ages))
ages.pop("eva")
ages["eva"] = 22
print(list(ages), list(ages.values()))
try:
    for name in ages:
        ages[name + "!"] = 0
except RuntimeError as error:
    print(error)
try:
    for name in ages:
        del ages[name]
except RuntimeError as error:
    print(error)
for name in list(ages):
    del ages[name]
print(ages, bool(ages))
