print()
print("")
print(1, "a", None, [1], sep="")
print(1, 2, 3, sep=", ", end=".\n")
print("no", "end", end="")
print("|", end=" ")
print("x", "y", sep="\n")
print(*range(5), sep="-")
print(*[], end="empty\n")
print(*"abc", *[1, 2], sep=None, end=None)
print("tab\tquote\"single'back\\slash", 'new\nline', r"raw\n", "é\u00f1\x41")
print("""three
  lines\
 joined""", "a" "b" 'c')
print(str(1), repr("1"), repr('it\'s "x"'), repr("\n\t\\\0\x7f\u200b"), ascii("ñ€😀"))
print("flush", flush=True)
print(print("inner"), print)
for attempt in (lambda: print(sep=5), lambda: print(1, sep=5), lambda: print(1, end=b""), lambda: print(1, nothing=2)):
    try:
        attempt()
    except TypeError as error:
        print(error)
