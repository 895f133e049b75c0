words = "the cat and the dog and the bird".split()
print({word: words.count(word) for word in words})
print({word: len(word) for word in words if len(word) > 3})
print({len(word): word for word in words})
squares = {n: n * n for n in range(6)}
print(squares, {value: key for key, value in squares.items()})
print({key: value for key, value in squares.items() if value % 2 == 0})
print({(row, column): row * column for row in range(1, 3) for column in range(1, 4)})
print({name: {letter: name.count(letter) for letter in sorted(set(name))} for name in ("anna", "otto")})
n = "outer"
print({n: n for n in range(2)}, n)
print({n if n % 2 else -n: "odd" if n % 2 else "even" for n in range(4)})
print(dict((n, chr(97 + n)) for n in range(3)))
print({n: {m: n * m for m in range(n)} for n in range(3)})
functions = {name: (lambda x, k=k: x * k) for k, name in enumerate(["none", "one", "two"])}
print([functions[name](10) for name in functions])
try:
    print({[n]: n for n in range(2)})
except TypeError as error:
    print(error)
