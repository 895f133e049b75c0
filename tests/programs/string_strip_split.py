print("  a b  ".strip() + "|", "  a".lstrip() + "|", "a  ".rstrip() + "|")
print("xxaxx".strip("x"), "xyaxy".lstrip("xy"), "abcba".rstrip("ab"))
print("a,b,,c".split(","), "a b  c ".split(), "a b  c ".split(" "))
print("a,b,c,d".split(",", 2), "a,b,c,d".rsplit(",", 1), "a b c".split(None, 1))
print("".split(), "".split(","), "   ".split())
print("uno\ndos\r\ntres\n".splitlines())
print("clave=valor=x".partition("="), "sin".partition("="))
print("clave=valor=x".rpartition("="), "sin".rpartition("="))
print("-".join(["a", "b", "c"]), "".join(["x"]), ",".join([]), "+".join("abc"))
print("prefijo-x".removeprefix("prefijo-"), "x.py".removesuffix(".py"), "x".removeprefix("y"))
try:
    ",".join([1, 2])
except TypeError as error:
    print(error)
try:
    "a".split("")
except ValueError as error:
    print(error)
