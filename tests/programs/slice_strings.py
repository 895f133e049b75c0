text = "abcdefghij"
for piece in (text[2:5], text[:3], text[7:], text[:], text[-3:], text[:-3], text[-5:-2]):
    print(piece)
for piece in (text[::2], text[1::3], text[::-1], text[8:2:-2], text[-1:-4:-1], text[2:8:2], text[:2:-1]):
    print(piece)
for piece in (text[5:2], text[20:], text[-100:2], text[3:100], text[100:-100:-4], text[None:None:None], text[True:4]):
    print(repr(piece))
print(text[slice(1, 4)], text[slice(4)], text[slice(None, None, -3)], text[2 ** 70:], text[-2 ** 70:2])
print("añ😀ó"[1:3], "añ😀ó"[::-1], len("añ😀ó"[2]))
def palindrome(word):
    letters = "".join(letter for letter in word.lower() if letter.isalpha())
    return letters == letters[::-1]
for word in ("Anita lava la tina", "Python", "", "A man, a plan"):
    print(word, palindrome(word))
for attempt in (lambda: text[::0], lambda: text["a":], lambda: text[1.0:2], lambda: text[1, 2], lambda: text[10]):
    try:
        print(attempt())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
