def down(n):
    return down(n + 1) + 1
print("dives")
down(0)
