rows = [("pen", 3, 0.5), ("notebook", 12, 2.25), ("ñandú", 1, 1999.999)]
header = ("item", "n", "price")
print("{:<10}|{:>5}|{:>10}".format(*header))
print("-" * 10 + "+" + "-" * 5 + "+" + "-" * 10)
for name, amount, price in rows:
    print(f"{name:<10}|{amount:>5}|{price:>10.2f}")
for row in rows:
    print("%-10s|%5d|%10.2f" % row)
for name, amount, price in rows:
    print(name.ljust(10, ".") + str(amount).rjust(5, ".") + str(round(price, 1)).center(12, "*"))
total = sum(amount * price for _, amount, price in rows)
print(f"{'total':-^20}{total:,.2f}")
width = max(len(name) for name, _, _ in rows)
for name, amount, _ in rows:
    print(f"{name:>{width}} {'#' * amount} ({amount / 16:.0%})")
print(f"{total!r:>25}", f"{total:010.1f}", f"{total:+.3e}", f"{int(total):_}", f"{int(total):,d}")
print("|".join(f"{n:^5}" for n in range(3)), "|".join("{0:02d}{0:3x}".format(n) for n in (9, 10, 16)))
