s = "banana"
print(s.find("an"), s.find("an", 2), s.find("x"), s.rfind("an"), s.find("a", 2, 4))
print(s.index("nan"), s.count("an"), s.count("a"), s.count(""), s.count("aa"))
print(s.startswith("ba"), s.startswith("na", 2), s.startswith(("x", "b")), s.endswith("na"))
print(s.endswith(("x", "y")), s.startswith(""))
print(s.replace("a", "o"), s.replace("a", "o", 2), s.replace("x", "y"), "ab".replace("", "-"))
try:
    s.index("z")
except ValueError as error:
    print(error)
print("aaa".replace("aa", "b"), "uno dos".replace(" ", "_"))
print(s.rindex("a"), "árbol".find("l"))
