text = """El cerrojo protege el dato y el dato
no sabe que el cerrojo existe. ¿Quién
protege el cerrojo?"""
counts = {}
for line in text.splitlines():
    for word in line.lower().split():
        word = word.strip(".?¿,")
        counts[word] = counts.get(word, 0) + 1
print(counts)
by_count = {}
for word, count in counts.items():
    by_count.setdefault(count, []).append(word)
for count in sorted(by_count, reverse=True):
    print(f"{count:>3} {', '.join(sorted(by_count[count]))}")
longest = ""
for word in counts:
    if len(word) > len(longest):
        longest = word
print(longest, len(text), text.count("\n"))
letters = {}
for letter in text:
    if letter.isalpha():
        letters[letter.lower()] = letters.get(letter.lower(), 0) + 1
print(sorted(letters.items())[:6])
caesar = ""
alphabet = "abcdefghijklmnopqrstuvwxyz"
for letter in "cerrojo y llave":
    position = alphabet.find(letter)
    caesar += alphabet[(position + 3) % 26] if position >= 0 else letter
print(caesar)
acronym = ""
for word in "unidad central de proceso".split():
    acronym += word[0].upper()
print(acronym)
