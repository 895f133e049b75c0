print("[" + "x".ljust(4) + "]", "[" + "x".rjust(4) + "]", "[" + "x".center(4) + "]")
print("x".ljust(4, "."), "x".rjust(4, "0"), "ab".center(7, "*"), "abc".center(6, "*"))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), "".zfill(2))
print("long".ljust(2), "long".rjust(2))
rows = [("CP-1", 12.5), ("CP-20", 3), ("CP-300", 100.25)]
for name, kwh in rows:
    print(name.ljust(8) + str(kwh).rjust(8))
print("=" * 16)
