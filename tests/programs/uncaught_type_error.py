total = "total: "
print(total, 5)
print(total + 5)
