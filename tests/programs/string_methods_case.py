text = "hELLO wORLD, it's 3pm ñandú ß"
print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold(), sep="\n")
for sample in ("", "abc", "ABC", "Abc", "a1", "123", " ", "Title Case", "½", "²", "ñ", "_x", "2x", "a b", "١"):
    print(repr(sample), sample.isalpha(), sample.isdigit(), sample.isdecimal(), sample.isnumeric(), sample.isalnum(), sample.islower(), sample.isupper(), sample.istitle(), sample.isspace(), sample.isidentifier(), sample.isascii())
print("a-b_c".replace("-", "_"), "aaa".replace("a", "b", 2), "abc".replace("", "."), "abc".replace("z", "y"), "x".replace("x", ""))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), "a\tb".expandtabs(4), "ab\tc\td".expandtabs())
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"), "abc".center(8, "*"), "abc".ljust(5) + "|", "abc".rjust(5))
