def grade(n):
    if n >= 9:
        return "sobresaliente"
    elif n >= 7:
        return "notable"
    elif n >= 5:
        return "aprobado"
    else:
        return "suspenso"


for n in [10, 8, 5, 4.9, -1]:
    print(n, grade(n))
x = 5
if x > 3:
    if x > 4:
        print("nested")
    else:
        print("no")
if x == 0:
    pass
elif x:
    print("truthy")
print("par" if x % 2 == 0 else "impar")
if not x:
    print("never")
if x in (1, 5) and not x == 1: print("one line")
