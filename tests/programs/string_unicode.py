s = "Ñandú😀é"
print(len(s), s[5], s[-1])
for index, letter in enumerate(s):
    print(index, letter)
print(s.upper(), s.lower())
print("😀" in s, s.find("é"), s.index("ú"))
print(s[::-1])
print("a" < "é", "é" < "😀", "\uffff" < "😀")
print("straße".upper(), len("straße".upper()))
print(s.ljust(9, ".") + "|")
print(sorted("éañz😀b"))
print("日本語"[1], len("日本語"), "日本語".replace("本", "-"))
