# Dicts of dicts and of lists
school = {"1A": {"ana": [7, 8], "leo": [5]}, "1B": {"eva": [9, 9, 10]}}
school["1A"]["leo"].append(6)
school.setdefault("1C", {}).setdefault("sol", []).append(4)
for group, students in school.items():
    for student, marks in students.items():
        print(group, student, marks, f"{sum(marks) / len(marks):.2f}")
print(school)
best = max((sum(marks) / len(marks), student) for students in school.values() for student, marks in students.items())
print(best)
flat = {f"{group}/{student}": len(marks) for group, students in school.items() for student, marks in students.items()}
print(flat)
inverse = {}
for key, count in flat.items():
    inverse.setdefault(count, []).append(key)
print(inverse)
try:
    print(school["1D"]["x"])
except KeyError as error:
    print("KeyError", error, repr(error), error.args)
try:
    print(school["1A"]["ana"]["x"])
except TypeError as error:
    print(error)
