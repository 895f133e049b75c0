text = "the cat sat on the mat"
print(text.find("the"), text.find("the", 1), text.rfind("the"), text.find("dog"), text.index("cat"), text.rindex("at"), text.count("at"), text.count(""), text.find(""), text.find("t", -3), text.count("t", 2, 10))
print(text.startswith("the"), text.startswith("cat", 4), text.startswith(("a", "t")), text.endswith("mat"), text.endswith(("x", "at")), text.endswith("ca", 0, 6), "".startswith(""), "a".startswith(()))
print(text.split(), text.split(" ", 2), text.rsplit(" ", 1), text.split("the"), text.partition(" on "), text.rpartition("the"), text.partition("x"), text.rpartition("x"), sep="\n")
print("a,b,,c,".split(","), "".split(), "".split(","), "  a  b ".split(), "  a  b ".split(" "), "a\nb\r\nc".splitlines(), "a\nb\n".splitlines(True), "x".split("x"))
print("  pad ".strip() + "|", "xxaxx".strip("x"), "abcab".lstrip("ab"), "abcab".rstrip("ab"), "www.x.com".strip("w.moc"), " \t\n".strip() == "", ", ".join(["a"]), "".join([]), "-".join("abc"))
for attempt in (lambda: text.index("dog"), lambda: text.rindex("dog"), lambda: text.split(""), lambda: text.find(5), lambda: text.startswith(5), lambda: text.startswith(["a"]), lambda: ",".join([1]), lambda: ",".join(5), lambda: text.count(), lambda: text.replace("a"), lambda: text.strip(5), lambda: text.partition(""), lambda: text.center("a"), lambda: text.center(30, "ab"), lambda: text.zfill("a"), lambda: text.split(maxsplit="a"), lambda: text.upper(1), lambda: "a".join(["b", None])):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
