def shift(text, n):
    result = ""
    for character in text:
        if character.isascii() and character.isalpha():
            base = ord("A") if character.isupper() else ord("a")
            result += chr((ord(character) - base + n) % 26 + base)
        else:
            result += character
    return result

secret = shift("Hello, World! ¿Qué tal?", 3)
print(secret, shift(secret, -3), shift(secret, 23), sep="\n")
counts = {}
for letter in filter(str.isalpha, secret.lower()):
    counts[letter] = counts.get(letter, 0) + 1
for letter, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:4]:
    print(f"{letter!r:<5}{count:>3} {'*' * count:<6}|{count / sum(counts.values()):6.1%}")
table = str.maketrans("abc", "xyz")
print("aabbcc dd".translate(table), "".join(chr(c) for c in range(97, 103)), [ord(c) for c in "az€"])
