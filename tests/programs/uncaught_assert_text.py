balance = -5
assert True, "never"
print("checks")
assert balance >= 0
