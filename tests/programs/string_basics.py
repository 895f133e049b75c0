s = "hola mundo"
print(len(s), s[0], s[-1], s[3])
print(s + "!", s * 2, 3 * "ab", "x" * 0 == "", "x" * -1 == "")
print("mundo" in s, "xyz" in s, "" in s, "xyz" not in s)
print("abc" < "abd", "abc" < "abcd", "Z" < "a", "a" == "a", "b" >= "a")
print("uno" "dos" 'tres')
print("""línea uno
línea dos""")
for letter in "día":
    print(letter, end="-")
print()
print(list("año"), tuple("ab"))
print(min("hola"), max("hola"), sorted("hola"))
try:
    s[10]
except IndexError as error:
    print(error)
try:
    s[0] = "H"
except TypeError as error:
    print(error)
