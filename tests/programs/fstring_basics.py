name = "CP-1"
kwh = 12.5
n = 3
print(f"{name}: {kwh} kWh")
print(f"{n + 1} {n * 2} {name.lower()} {len(name)}")
print(f"{{literal}} {n}")
print(f"{name!r} {name!s} {kwh!r} {'ñ'!a}")
print(f"{n=} {name=} {n + 1=} {n = }")
print(f"{'a' if n > 2 else 'b'}")
print(f"{[1, 2, 'x']} {(1,)} {{'a': 1}} {None} {True}")
print(f"" + f"{1}{2}{3}")
print(f"un " f"{n} " "dos {n}")
d = {"k": 5}
print(f"{d['k']} {d}")
print(f"""varias
{n} líneas""")
print(f"{name=!s} {kwh=:.2f}")
