import cerrojo

total = 3

cerrojo.invariant(lambda: total >= 0)
cerrojo.invariant(
    lambda: total
    == 3
)
cerrojo.invariant(lambda: total / 0 > 1)
print("before")
total += 1
print("after", total)
