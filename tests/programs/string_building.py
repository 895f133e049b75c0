out = ""
for i in range(5):
    out += str(i) + ","
print(out[:-1])
parts = []
for i in range(3):
    parts.append(f"<{i}>")
print("".join(parts), "\n".join(parts))
bars = {"CP-1": 3, "CP-2": 7, "CP-3": 0}
for name, value in bars.items():
    print(f"{name:<6}{'#' * value:<8}|{value:2d}")
print("+" + "-" * 10 + "+")
pyramid = []
for i in range(1, 5):
    pyramid.append(("*" * (2 * i - 1)).center(9).rstrip())
print("\n".join(pyramid))
roman = ""
n = 1994
symbols = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")]
symbols += [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
for value, letters in symbols:
    while n >= value:
        roman += letters
        n -= value
print(roman)
encoded = ""
text = "aaabccdddd"
i = 0
while i < len(text):
    j = i
    while j < len(text) and text[j] == text[i]:
        j += 1
    encoded += text[i] + str(j - i)
    i = j
print(encoded)
print("x" * 3 + "-" + "y" * 2, ("ab" * 2).upper())
